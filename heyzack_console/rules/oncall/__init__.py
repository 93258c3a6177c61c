"""Who is on call, who is told next, and what waits because somebody sleeps."""
