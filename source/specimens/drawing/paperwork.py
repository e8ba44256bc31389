"""A page that is no passport: the booking voucher of an invented hotel."""
import numpy as np
from PIL import Image, ImageDraw
from .page import SANS, SANS_BOLD, SERIF_BOLD, font


def voucher(rng):
    image = Image.new('RGB', (1240, 1580), (253, 253, 251))
    draw = ImageDraw.Draw(image)

    def text(x, y, words, path=SANS, size=1.75, colour=(40, 44, 50), anchor='ls'):
        draw.text((x, y), words, font=font(path, size), fill=colour, anchor=anchor)

    blue = (28, 70, 96)
    draw.rectangle([0, 0, 1240, 150], fill=blue)
    text(80, 92, 'Hotel Meridiana', SERIF_BOLD, 3.5, (255, 255, 255))
    text(80, 126, 'Quay Road 12 · Port Serene · Utopia', SANS, 1.35, (214, 226, 232))
    text(1160, 92, 'BOOKING VOUCHER', SANS_BOLD, 1.7, (255, 255, 255), 'rs')
    y = 230
    for label, value in (
        ('Booking number', 'HM-2026-004187'), ('Guest', 'Ms Sofia Lindqvist (and 1 companion)'), ('Arrival', '14 March 2026, after 15:00'),
        ('Departure', '18 March 2026, before 11:00'), ('Nights', '4'), ('Room', 'Double room, sea side, breakfast included'), ('Reference', 'SPECIMEN — not a real booking'),
    ):
        text(80, y, label, SANS, 1.6, (110, 116, 122))
        text(400, y, value, SANS_BOLD, 1.7)
        y += 52
    y += 20
    draw.rectangle([80, y, 1160, y + 52], fill=(228, 236, 240))
    for x, words, anchor in ((100, 'Description', 'ls'), (760, 'Nights', 'rs'), (940, 'Rate', 'rs'), (1140, 'Amount', 'rs')):
        text(x, y + 35, words, SANS_BOLD, 1.5, blue, anchor)
    y += 52
    for line, nights, rate, amount in (('Double room, sea side', '4', '118.00', '472.00'), ('Breakfast for two', '4', '24.00', '96.00'), ('Transfer from the station', '', '', '35.00'), ('City tax', '4', '3.20', '12.80')):
        y += 46
        for x, words, anchor in ((100, line, 'ls'), (760, nights, 'rs'), (940, rate, 'rs'), (1140, amount, 'rs')):
            text(x, y, words, SANS, 1.6, anchor=anchor)
        draw.line([80, y + 14, 1160, y + 14], fill=(224, 226, 228), width=2)
    y += 70
    text(940, y, 'Total', SANS_BOLD, 1.8, anchor='rs')
    text(1140, y, '615.80', SANS_BOLD, 1.8, anchor='rs')
    y += 90
    for line in (
        'Please show this voucher and your passport at the front desk. A copy of the passport is',
        'not kept. Cancellation is free of charge until 11 March 2026; after that the first night is',
        'charged. Late arrival: call +00 555 0142. Pets are welcome in rooms on the ground floor.',
    ):
        text(80, y, line, SANS, 1.5, (84, 90, 96))
        y += 36
    # A bar code of nothing, and the cut line that machines like to take for a row of fillers.
    x = 80
    while x < 520:
        w = int(rng.integers(2, 9))
        draw.rectangle([x, y + 40, x + w, y + 150], fill=(30, 32, 36))
        x += w + int(rng.integers(3, 9))
    text(80, y + 186, 'HM 2026 004187 7', SANS, 1.4)
    for x in range(80, 1160, 26):
        draw.line([x, y + 250, x + 13, y + 250], fill=(150, 154, 160), width=3)
    text(620, y + 292, 'Thank you for travelling with us', SANS, 1.4, (130, 136, 142), 'ms')
    noise = rng.normal(0, 1.6, (1580, 1240, 1))
    return Image.fromarray((np.asarray(image, np.float32) + noise).clip(0, 255).astype(np.uint8))
