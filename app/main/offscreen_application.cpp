// SPDX-License-Identifier: GPL-3.0-or-later
#include "offscreen_application.h"

#include <ui/theme/theme.h>

#include <QApplication>
#include <QDir>

#include <sys/stat.h>
#include <unistd.h>

namespace headroom::app {
namespace {

// Qt warns where there is no runtime folder, as in a container: give it one that only this user can read.
void ensureRuntimeFolder()
{
    if (qEnvironmentVariableIsSet("XDG_RUNTIME_DIR"))
        return;
    const QByteArray folder = QDir::tempPath().toLocal8Bit() + "/headroom-runtime-" + QByteArray::number(static_cast<qulonglong>(::getuid()));
    ::mkdir(folder.constData(), S_IRWXU);
    struct stat status {};
    if (::lstat(folder.constData(), &status) == 0 && S_ISDIR(status.st_mode) && status.st_uid == ::getuid() && (status.st_mode & 077) == 0)
        qputenv("XDG_RUNTIME_DIR", folder);
}

} // namespace

OffscreenApplication::OffscreenApplication(const QString &languageId, bool dark)
{
    // Commands need no display, also where there is one.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    ensureRuntimeFolder();
    m_application = std::make_unique<QApplication>(m_count, m_words.data());
    m_language = std::make_unique<present::Language>();
    m_language->select(languageId);
    ui::applyTheme(*m_application, dark ? ui::ThemeMode::Dark : ui::ThemeMode::Light);
}

OffscreenApplication::~OffscreenApplication()
{
    m_language.reset();
}

core::Result<QString> languageOption(const QString &option)
{
    if (option.isEmpty())
        return present::Language::idFor(QLocale::system());
    for (const QString &id : present::Language::ids())
        if (id.compare(option, Qt::CaseInsensitive) == 0 || (id == u"zh_CN" && (option == u"zh" || option == u"zh-CN")))
            return id;
    return std::unexpected(core::Error{core::ErrorCode::BadValue, "--lang '" + option.toStdString() + "': en or zh_CN would be accepted", {}, "--lang", 0});
}

} // namespace headroom::app
