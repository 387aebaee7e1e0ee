"""What may be sold, by whom, at what price, and how many are left.

Law: everything here would be true if nobody had ever ordered. Prices, VAT rates and stock movements are
added, never changed. Neighbours: `shop` reads this package; this package does not know that `shop` exists.
"""
