"""Masking: what tells who somebody is does not leave the program unless it is asked for."""
