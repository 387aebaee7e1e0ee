"""What is kept as bytes: papers and letters as they were made.

Law: a stored file is never changed. The bytes lie in the database, so that they are written with the
row that points at them or not at all. It knows nobody.
"""
