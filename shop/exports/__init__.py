"""What ledgers and spreadsheets take: one file per target.

Law: rows first, format second; a target only makes bytes, and keeps and sends nothing.
Neighbours: it reads what `shop.orders` has frozen and summed; faces and commands call it.
"""
