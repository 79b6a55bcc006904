// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/language/language.h"

#include "ui/language/catalogue.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <algorithm>

static void initLanguageResources()
{
    Q_INIT_RESOURCE(languages); // a static library's resources are dropped unless somebody asks for them
}

namespace telltale::ui {

namespace {

const QString kSpoken = QStringLiteral("spoken");

QString codeOf(const QString &name)
{
    return name.section(QLatin1Char('-'), 0, 0);
}

QString languageOfDesktop()
{
    const QStringList wishes = QLocale::system().uiLanguages();
    const auto spoken = std::find_if(wishes.begin(), wishes.end(), [](const QString &wish) { return languages().contains(codeOf(wish)); });
    return spoken == wishes.end() ? QStringLiteral("en") : codeOf(*spoken);
}

void install(QCoreApplication &application, QTranslator *texts, const QString &name, const QString &folder)
{
    texts->setParent(&application);
    texts->setObjectName(kSpoken);
    if (texts->load(name, folder))
        QCoreApplication::installTranslator(texts);
}

} // namespace

QStringList languages()
{
    return {QStringLiteral("de"), QStringLiteral("en")};
}

void speak(QCoreApplication &application, const QString &wanted)
{
    initLanguageResources();
    qDeleteAll(application.findChildren<QTranslator *>(kSpoken)); // what one language leaves open is not for the former one to say
    const QString code = wanted.isEmpty() ? languageOfDesktop() : wanted;
    // A German desktop in Austria keeps its own way to write numbers.
    if (codeOf(QLocale().bcp47Name()) != code)
        QLocale::setDefault(QLocale(code));
    install(application, new QTranslator, QStringLiteral("qtbase_") + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(application, new Catalogue, QStringLiteral("telltale_") + code, QStringLiteral(":/translations"));
}

} // namespace telltale::ui
