"""What an attacker who can read or send must not get."""
