"""Many games without a screen: what each way of mediating brings in each world."""
