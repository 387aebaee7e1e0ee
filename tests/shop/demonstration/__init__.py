"""A package, unlike the folders around it, so that the demonstration is loaded once for all its tests."""
