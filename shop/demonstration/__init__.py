"""A shop to try: sellers, circulars, publications, staff and orders, from the files beside this one.

Law: everything goes through the ordinary doors, orders through the actions. The facts of five real
circulars are carried over; the texts are our own and the people invented.
"""
