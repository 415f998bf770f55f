"""How maps are made, at build time: Natural Earth or a seed -> assets/maps."""
