"""Letters: an e-mail for a message of the outbox, and the sending of it.

Law: a letter says what the order's rows say, in the language of its message; it is sent outside every
transaction and kept as it was sent. Neighbours: `shop.outbox` holds what is due, `shop.documents` gives
the papers to enclose; nobody above asks for a letter otherwise than by a message.
"""
