"""What happened: who did what, when, to what.

Law: entries are added in the transaction of the change that they tell of, and never changed. It knows
nobody: a subject is named by kind and key (`order`, `26-0017`).
"""
