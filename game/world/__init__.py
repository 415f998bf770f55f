"""What is: declared columns, frozen arrays, rules, keyed chance."""
