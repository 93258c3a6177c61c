"""The ways out of the console: e-mail, webhooks, text messages, calls, chat; apprise and jinja2 live here alone."""
