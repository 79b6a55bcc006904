// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QXmlStreamReader>
#include <vector>

namespace telltale::test {

/// One text of a .ts file.
struct SourceText {
    QString context;
    QString text;
    QString file; ///< where it stands; empty in a file without places
    QStringList translations;
    bool plural = false;
    bool finished = true;
};

/// All texts of a .ts file, in its order; empty when it cannot be read.
inline std::vector<SourceText> readTexts(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    std::vector<SourceText> texts;
    QString context;
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        if (!xml.readNextStartElement())
            continue;
        const auto name = xml.name();
        if (name == QLatin1String("name")) {
            context = xml.readElementText();
        } else if (name == QLatin1String("message")) {
            texts.push_back({context, {}, {}, {}, xml.attributes().value("numerus") == QLatin1String("yes"), true});
        } else if (name == QLatin1String("location")) {
            texts.back().file = xml.attributes().value("filename").toString();
        } else if (name == QLatin1String("source")) {
            texts.back().text = xml.readElementText();
        } else if (name == QLatin1String("translation")) {
            texts.back().finished = !xml.attributes().hasAttribute("type");
            if (!texts.back().plural)
                texts.back().translations << xml.readElementText();
        } else if (name == QLatin1String("numerusform")) {
            texts.back().translations << xml.readElementText();
        }
    }
    return texts;
}

} // namespace telltale::test
