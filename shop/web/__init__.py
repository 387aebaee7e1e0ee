"""What the faces share: who may enter, lists by the page, files as answers, and how figures are written.

Law: nothing here decides; it shows, guards and pages.
"""
