"""What somebody is about to order: a session's basket, and a filled-in order form before its button.

Law: nothing here is owed to anybody. A basket may be dropped at any time; a draft is pruned after a while.
"""
