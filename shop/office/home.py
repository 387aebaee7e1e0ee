"""Coming in: log in, and the page where each begins."""

from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import LoginView
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from shop.office.forms import LogInForm
from shop.web.guards import FINANCE, OFFICE, sellers_of


@login_required
def home(request: HttpRequest) -> HttpResponse:
    """To the orders, or to finance for those who only work there."""
    if sellers_of(request.user, OFFICE).exists():
        return redirect("office:order-list")
    if sellers_of(request.user, FINANCE).exists():
        return redirect("finance:order-totals")
    raise PermissionDenied


class LogIn(LoginView):
    """Django's, with our form and page."""

    template_name = "office/log_in.html"
    authentication_form = LogInForm
    redirect_authenticated_user = True

    def form_invalid(self, form: LogInForm) -> HttpResponse:  # type: ignore[override]  # it is our form
        return self.render_to_response(self.get_context_data(form=form), status=422)
