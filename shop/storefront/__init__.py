"""The customer's face: browsing circulars and publications, the basket, the order form, the order's page.

Law: a view finds, binds a form, calls one action and redirects. Nothing here needs an account or JavaScript.
"""
