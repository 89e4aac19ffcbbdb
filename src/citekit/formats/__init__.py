"""Readers and writers of bibliographic formats; the registry is ``registry.FORMATS``."""
