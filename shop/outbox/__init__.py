"""What must be sent: a row per letter, written with the change that calls for it.

Law: a message is written in the transaction of its cause and sent after it, by the worker alone.
It knows nobody: a message names its kind and its subject, and `shop.letters` makes the letter.
"""
