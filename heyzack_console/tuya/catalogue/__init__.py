"""What is commonly known of Tuya products: categories, points that devices of a category share, safety points."""
