"""Who orders and who works here: the register of organisations, people and their roles.

Law: an organisation is never deleted (orders point at it). It knows the catalogue's sellers, to which
staff are assigned, and nothing else of the shop.
"""
