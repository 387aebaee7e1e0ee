"""What somebody is about to order: the basket of a session, and a filled-in order form that awaits its button.

Law: nothing here is owed to anybody. A basket may be dropped at any time; a draft is pruned after a while.
"""
