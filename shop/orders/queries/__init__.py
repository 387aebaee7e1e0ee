"""Reading orders: lists by the page, one order in full, its letters and history, sums over a period.

Law: reads only. Every function chooses its own joins, so that a page costs the same number of queries
for one row and for fifty. Whose orders may be read is said by the caller, with the sellers.
"""
