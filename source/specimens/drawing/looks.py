"""Colours and curves of the invented page designs. `dark` is for labels, `ink` and `second` for the curves."""
LOOKS = {
    'sea': {'colours': [(214, 232, 240), (232, 238, 226), (222, 228, 244)], 'ink': (96, 150, 178), 'second': (150, 170, 110), 'dark': (22, 70, 104), 'styles': ('waves', 'rosette'), 'direction': 30},
    'rose': {'colours': [(246, 226, 222), (244, 236, 224), (232, 226, 240)], 'ink': (206, 130, 128), 'second': (150, 140, 190), 'dark': (116, 36, 48), 'styles': ('mesh', 'rosette'), 'direction': 60},
    'moss': {'colours': [(226, 236, 218), (240, 240, 222), (216, 232, 226)], 'ink': (120, 160, 104), 'second': (176, 160, 90), 'dark': (40, 82, 52), 'styles': ('circles', 'waves'), 'direction': 100},
    'dusk': {'colours': [(232, 226, 242), (240, 230, 234), (224, 232, 244)], 'ink': (142, 128, 184), 'second': (200, 150, 150), 'dark': (66, 50, 110), 'styles': ('rays', 'rosette'), 'direction': 10},
    'sand': {'colours': [(246, 236, 214), (240, 230, 222), (228, 234, 226)], 'ink': (198, 158, 96), 'second': (120, 160, 160), 'dark': (112, 74, 26), 'styles': ('waves', 'circles'), 'direction': 80},
    'ruby': {'colours': [(246, 230, 218), (238, 226, 236), (226, 234, 240)], 'ink': (212, 140, 120), 'second': (130, 150, 190), 'dark': (140, 28, 34), 'styles': ('rays', 'waves'), 'direction': 40},
    'mint': {'colours': [(216, 238, 232), (230, 240, 240), (222, 230, 242)], 'ink': (96, 170, 152), 'second': (130, 150, 200), 'dark': (16, 92, 88), 'styles': ('mesh', 'circles'), 'direction': 130},
    'stone': {'colours': [(232, 234, 236), (238, 236, 230), (226, 230, 236)], 'ink': (140, 150, 164), 'second': (180, 150, 130), 'dark': (48, 58, 72), 'styles': ('circles', 'rosette'), 'direction': 20},
}

_SKIN = {'pale': (238, 208, 186), 'light': (228, 188, 158), 'tan': (204, 156, 118), 'brown': (150, 102, 72), 'dark': (104, 68, 50)}
_HAIR = {'black': (38, 34, 36), 'brown': (86, 60, 44), 'red': (142, 78, 44), 'fair': (206, 170, 112), 'grey': (158, 158, 160), 'blue': (58, 82, 128)}


def face(skin, hair, style, clothes, **more):
    return dict(skin=_SKIN[skin], hair=_HAIR[hair], style=style, clothes=clothes, **more)
