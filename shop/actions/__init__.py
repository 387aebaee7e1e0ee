"""Use cases: one file, one public function, one thing that happens.

Law: atomic, and always the same steps in the same order: lock, refuse, write, move, journal, enqueue.
No request, form or e-mail in sight. Locks are taken orders first, then publications by primary key,
then number series, so that no two actions wait for each other.
"""
