// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/places.h"

#include "ui/text.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <filesystem>

namespace telltale::app {

namespace {

const QString kConfName = QStringLiteral("/telltale.conf");
const QString kBusName = QStringLiteral("org.telltale.Telltale");
constexpr int kKeyDigits = 16; ///< of the hash in a socket's name, whose path may have 107 bytes at most

/// "/telltale", or "/telltale/profiles/NAME".
QString branchOf(const DesktopOptions &options)
{
    return options.profile.empty() ? QStringLiteral("/telltale") : QStringLiteral("/telltale/profiles/%1").arg(ui::toQt(options.profile));
}

/// QStandardPaths knows no place for state before Qt 6.7.
QString stateHome()
{
    const QString given = qEnvironmentVariable("XDG_STATE_HOME");
    return QDir::isAbsolutePath(given) ? given : QDir::homePath() + QStringLiteral("/.local/state");
}

/// QStandardPaths would make a folder in /tmp where there is none.
QString runtimeHome(const QString &stateFolder)
{
    const QFileInfo given(qEnvironmentVariable("XDG_RUNTIME_DIR"));
    return given.isAbsolute() && given.isDir() && given.isWritable() ? given.filePath() + QStringLiteral("/telltale") : stateFolder;
}

QStringList siteFiles(const QString &branch)
{
    QStringList files;
    const QString own = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
    for (const QString &folder : QStandardPaths::standardLocations(QStandardPaths::GenericConfigLocation)) {
        if (folder != own)
            files << folder + branch + kConfName;
    }
    return files;
}

/// The same for every way to write the folder's path, also before it exists.
QString keyOf(const DesktopOptions &options, const std::string &dataFolder)
{
    std::error_code unknown;
    std::filesystem::path folder = std::filesystem::weakly_canonical(std::filesystem::absolute(dataFolder, unknown), unknown);
    if (!folder.has_filename())
        folder = folder.parent_path(); // written with a slash at its end
    const std::string text = options.profile + '\n' + folder.string();
    return QString::fromLatin1(
        QCryptographicHash::hash(QByteArray::fromStdString(text), QCryptographicHash::Sha256).toHex().left(kKeyDigits));
}

/// Elements of a bus name hold letters, digits and underscores, and begin with no digit.
QString busNameOf(const DesktopOptions &options)
{
    if (!options.dataFolder.empty())
        return {};
    QString name = kBusName;
    if (!options.profile.empty())
        name += QStringLiteral(".profile_") + QString::fromLatin1(QByteArray::fromStdString(options.profile).toHex());
    return options.demo ? name + QStringLiteral(".demo") : name;
}

} // namespace

Places placesOf(const DesktopOptions &options)
{
    const QString branch = branchOf(options);
    Places places;
    places.settingsFile = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + branch + kConfName;
    places.accountsFile = QFileInfo(places.settingsFile).path() + QStringLiteral("/accounts.json");
    places.keysFile = QFileInfo(places.settingsFile).path() + QStringLiteral("/keys.toml");
    places.siteFiles = siteFiles(branch);
    places.stateFolder = stateHome() + branch;
    const QString data = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + branch;
    places.dataFolder = !options.dataFolder.empty()
                            ? options.dataFolder
                            : ui::fromQt(data + (options.demo ? QStringLiteral("/demo") : QStringLiteral("/plant")));
    places.socket = QStringLiteral("%1/%2.socket").arg(runtimeHome(places.stateFolder), keyOf(options, places.dataFolder));
    places.busName = busNameOf(options);
    return places;
}

} // namespace telltale::app
