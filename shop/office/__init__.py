"""The publications office's face: orders of the sellers one keeps, and the letters that they caused.

Law: a view finds, binds a form, calls one action and redirects; what one may see is said by `guards`.
Everything works without JavaScript.
"""
