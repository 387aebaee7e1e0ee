"""Papers: PDFs drawn from what was frozen.

Law: a document reads its order's own rows and letterhead, never the catalogue or the register, and the
same order gives the same bytes. Only `render` knows WeasyPrint. Neighbours: `shop.orders` below holds
the figures; `shelf` asks `shop.actions` to keep what was drawn; letters and faces read the shelf.
"""
