// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the program's icon in the sizes that icon themes ask for: draw-icons SVG FOLDER SIZE...  writes FOLDER/SIZE.png.
#include <QFileInfo>
#include <QImage>
#include <QPainter>
#include <QSvgRenderer>
#include <cstdio>

namespace {

bool draw(QSvgRenderer &drawing, int size, const QString &file)
{
    QImage image(size, size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    drawing.render(&painter);
    painter.end();
    return image.save(file, "PNG");
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 4) {
        std::fputs("usage: draw-icons SVG FOLDER SIZE...\n", stderr);
        return 2;
    }
    QSvgRenderer drawing(QString::fromLocal8Bit(argv[1]));
    if (!drawing.isValid()) {
        std::fprintf(stderr, "draw-icons: no drawing in %s\n", argv[1]);
        return 1;
    }
    for (int i = 3; i < argc; ++i) {
        const QString file = QStringLiteral("%1/%2.png").arg(QString::fromLocal8Bit(argv[2]), QString::fromLocal8Bit(argv[i]));
        if (!draw(drawing, QByteArray(argv[i]).toInt(), file)) {
            std::fprintf(stderr, "draw-icons: cannot write %s\n", qPrintable(file));
            return 1;
        }
    }
    return 0;
}
