"""What an order costs, what a credit gives back, and when more copies cost less.

Law: everything is computed from its arguments, in `Decimal`, with the standard library alone; no clock, no
database, no settings. Only `money` rounds. What leaves this room adds up to the öre: it checks itself when
it is made. `facts` and `postage` are what goes in; `quote`, `credit` and `advice` are the verbs.
Neighbours: `catalog.prices` and the seller's settings supply the facts; baskets, orders and invoices keep
the results and never compute their own.
"""
