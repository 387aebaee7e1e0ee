"""Finance's face: what was ordered, per period, seller, currency and VAT rate.

Law: it shows and hands out what was frozen and summed; nothing here changes anything.
"""
