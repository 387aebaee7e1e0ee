"""Reading the catalogue for people: what is new, what is found, what a circular holds.

Law: reads only. Every function chooses its own joins, so that a page costs the same number of queries
for one row and for a hundred.
"""
