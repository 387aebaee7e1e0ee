"""Takes the pictures of the README from a shop that `make run` serves: `make pictures`, beside it."""

import os
import shutil
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

SITE = os.environ["SITE_URL"]
PICTURES = Path(__file__).resolve().parent.parent / "docs" / "pictures"
CIRCULAR = "/cirkular/kommunforbundet/1996-134/"


def main() -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        for name, width, height in (("circular", 1280, 1560), ("phone", 390, 1130)):
            page = browser.new_page(viewport={"width": width, "height": height}, locale="sv-SE")
            advised(page)
            page.screenshot(path=PICTURES / f"{name}.png")
        office(browser.new_page(viewport={"width": 1280, "height": 900}, locale="sv-SE"))


def advised(page: Page) -> None:
    """The circular's order form after 14 copies were typed."""
    page.goto(SITE + CIRCULAR)
    page.locator(".quantity input").first.fill("14")
    page.locator(".advice").wait_for()
    page.locator("body").click(position={"x": 2, "y": 2})
    page.locator(".coupon").evaluate("it => scrollTo(0, innerWidth > 600 ? 0 : it.offsetTop - 24)")


def office(page: Page) -> None:
    page.goto(SITE + "/kontoret/")
    page.fill("[name=username]", "kontoret@talong.example")
    page.fill("[name=password]", "talong-demo-2026")
    page.keyboard.press("Enter")
    page.wait_for_url("**/kontoret/order/")
    page.screenshot(path=PICTURES / "office.png")


main()
