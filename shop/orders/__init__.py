"""What has been ordered: purchases, orders and their lines, frozen when placed.

Law: an order's figures and texts are copied when it is placed and read from there ever after; only
`moves.move` writes its state. Neighbours: it knows the register and the catalogue by key, for counting
and searching, never for a price.
"""
