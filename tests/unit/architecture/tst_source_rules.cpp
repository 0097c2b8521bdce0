// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers.h"
#include "support/test_case.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <functional>

using headroom::test::Access;
using headroom::test::allowedAccess;
using headroom::test::Layer;

namespace {

const QString kRoot = QStringLiteral(HEADROOM_SOURCE_DIR);

// Files over 450 lines, each with the reason why it holds one idea all the same.
const QMap<QString, QString> kLongFiles{};

struct SourceFile {
    QString path;   // relative to the checkout
    QStringList lines;
};

QStringList linesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).split(QLatin1Char('\n')) : QStringList();
}

QList<SourceFile> filesBelow(const QStringList &folders, const QStringList &patterns)
{
    QList<SourceFile> files;
    for (const QString &folder : folders) {
        QDirIterator it(kRoot + QLatin1Char('/') + folder, patterns, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            const QString path = it.next();
            files.append({path.mid(kRoot.size() + 1), linesOf(path)});
        }
    }
    std::ranges::sort(files, {}, &SourceFile::path);
    return files;
}

QList<SourceFile> sources()
{
    return filesBelow({QStringLiteral("app"), QStringLiteral("ui"), QStringLiteral("db"), QStringLiteral("tests")},
                      {QStringLiteral("*.h"), QStringLiteral("*.cpp")});
}

// "path:line: text" of every line that a rule objects to.
QStringList offences(const QList<SourceFile> &files, const std::function<bool(const SourceFile &, const QString &)> &offends)
{
    QStringList found;
    for (const SourceFile &file : files)
        for (qsizetype i = 0; i < file.lines.size(); ++i)
            if (offends(file, file.lines[i]))
                found << QStringLiteral("%1:%2: %3").arg(file.path).arg(i + 1).arg(file.lines[i].trimmed());
    return found;
}

void verifyNone(const QStringList &found)
{
    QVERIFY2(found.isEmpty(), qPrintable(QStringLiteral("\n  ") + found.join(QStringLiteral("\n  "))));
}

QString firstCode(const SourceFile &file)
{
    const auto line = std::ranges::find_if(file.lines, [](const QString &text) { return !text.isEmpty() && !text.startsWith(QStringLiteral("//")); });
    return line == file.lines.end() ? QString() : *line;
}

// What stands between the quotes or brackets of an include; empty where the line is none.
QString includedBy(const QString &line, QChar open)
{
    static const QRegularExpression kInclude(QStringLiteral("^\\s*#\\s*include\\s*([<\"])([^>\"]+)[>\"]"));
    const auto match = kInclude.match(line);
    return match.hasMatch() && match.captured(1) == open ? match.captured(2) : QString();
}

} // namespace

// What the compiler does not check of the house rules.
class SourceRulesTest : public headroom::test::TestCase {
Q_OBJECT

private slots:
    void everySourceNamesItsLicence()
    {
        QStringList found;
        const QStringList folders{QStringLiteral("app"), QStringLiteral("ui"), QStringLiteral("db"), QStringLiteral("tests"), QStringLiteral("cmake"),
                                  QStringLiteral("packaging")};
        for (const SourceFile &file : filesBelow(folders, {QStringLiteral("*.h"), QStringLiteral("*.cpp"), QStringLiteral("CMakeLists.txt"),
                                                           QStringLiteral("*.cmake"), QStringLiteral("*.sh"), QStringLiteral("*.py")}))
            if (!file.lines.mid(0, 2).join(QLatin1Char(' ')).contains(QStringLiteral("SPDX-License-Identifier: GPL-3.0-or-later")))
                found << file.path;
        verifyNone(found);
    }

    void everyHeaderIsReadOnce()
    {
        QStringList found;
        for (const SourceFile &file : sources())
            if (file.path.endsWith(QStringLiteral(".h")) && firstCode(file) != u"#pragma once")
                found << file.path;
        verifyNone(found);
    }

    void aFileHoldsOneIdea()
    {
        QStringList found;
        for (const SourceFile &file : filesBelow({QStringLiteral("app"), QStringLiteral("ui"), QStringLiteral("db")}, {QStringLiteral("*.h"), QStringLiteral("*.cpp")}))
            if (file.lines.size() > 451 && !kLongFiles.contains(file.path))
                found << QStringLiteral("%1: %2 lines").arg(file.path).arg(file.lines.size() - 1);
        verifyNone(found);
    }

    void filesAreNamedByWhatTheyHold()
    {
        static const QRegularExpression kSnakeCase(QStringLiteral("^[a-z0-9_]+\\.(h|cpp)$"));
        QStringList found;
        for (const SourceFile &file : sources()) {
            const QString name = QFileInfo(file.path).fileName();
            const QString stem = QFileInfo(file.path).completeBaseName();
            if (!kSnakeCase.match(name).hasMatch() || stem.endsWith(QStringLiteral("utils")) || stem.endsWith(QStringLiteral("helpers"))
                || stem.endsWith(QStringLiteral("util")) || stem.endsWith(QStringLiteral("helper")))
                found << file.path;
        }
        verifyNone(found);
    }

    // Every sentence that a person reads is made in app/present.
    void onlyPresentTranslates()
    {
        // QPainter::translate moves, it does not speak.
        static const QRegularExpression kCall(QStringLiteral("\\b(tr|QCoreApplication::translate|QObject::tr|QT_TR_NOOP|QT_TRANSLATE_NOOP|qtTrId)\\s*\\("));
        const QStringList folders{QStringLiteral("ui"), QStringLiteral("db"), QStringLiteral("app/core"), QStringLiteral("app/monitor"), QStringLiteral("app/main")};
        verifyNone(offences(filesBelow(folders, {QStringLiteral("*.h"), QStringLiteral("*.cpp")}), [](const SourceFile &, const QString &line) {
            return kCall.match(line.section(QStringLiteral("//"), 0, 0)).hasMatch();
        }));
    }

    void heavyHeadersStayOutOfPublicOnes()
    {
        QSet<QString> publicHeaders;
        for (const Layer &layer : headroom::test::layersOfThisBuild())
            for (const QString &header : layer.values + layer.headers)
                publicHeaders << layer.folder + QLatin1Char('/') + header;
        QVERIFY(publicHeaders.size() > 20);
        verifyNone(offences(sources(), [&](const SourceFile &file, const QString &line) {
            const QString included = includedBy(line, u'<');
            return publicHeaders.contains(file.path) && (included.startsWith(QStringLiteral("nlohmann/")) || included == u"qcustomplot.h");
        }));
    }

    void onlyChartsIncludeThePlotter()
    {
        verifyNone(offences(sources(), [](const SourceFile &file, const QString &line) {
            return includedBy(line, u'<') == u"qcustomplot.h" && !file.path.startsWith(QStringLiteral("ui/charts/"))
                && !file.path.startsWith(QStringLiteral("tests/"));
        }));
    }

    // What tst_include_rules proves with the compiler, and beyond it: values that come through another layer's headers are not named.
    void sourcesNameOnlyWhatTheirLayerMayInclude()
    {
        const auto layers = headroom::test::layersOfThisBuild();
        QStringList found;
        for (const Layer &layer : layers)
            found += offences(filesBelow({layer.folder}, {QStringLiteral("*.h"), QStringLiteral("*.cpp")}), [&](const SourceFile &, const QString &line) {
                const QString included = includedBy(line, u'<');
                const auto target = layers.constFind(included.section(QLatin1Char('/'), 0, 0));
                if (target == layers.cend())
                    return false;
                const Access access = allowedAccess(layer.name, target->name);
                return access != Access::All && !(access == Access::Values && target->values.contains(included.section(QLatin1Char('/'), 1)));
            });
        verifyNone(found);
    }

    // An include in quotes reaches files of the own library only: no way around the include roots.
    void quotedIncludesStayInTheirLibrary()
    {
        const auto layers = headroom::test::layersOfThisBuild();
        QStringList folders{QStringLiteral("app/main")};
        for (const Layer &layer : layers)
            folders << layer.folder;
        verifyNone(offences(filesBelow(folders, {QStringLiteral("*.h"), QStringLiteral("*.cpp")}), [&](const SourceFile &file, const QString &line) {
            const QString included = includedBy(line, u'"');
            if (included.isEmpty())
                return false;
            const QString target = QDir::cleanPath(QFileInfo(file.path).path() + QLatin1Char('/') + included);
            return std::ranges::none_of(folders, [&](const QString &folder) {
                return file.path.startsWith(folder + QLatin1Char('/')) && target.startsWith(folder + QLatin1Char('/'));
            }) && QFileInfo::exists(kRoot + QLatin1Char('/') + target);
        }));
    }

    // The words are put together here so that this file does not find itself.
    void nothingIsLeftUnfinished()
    {
        const QStringList words{QStringLiteral("TO") + QStringLiteral("DO"), QStringLiteral("FIX") + QStringLiteral("ME"),
                                QStringLiteral("XX") + QStringLiteral("X"), QStringLiteral("HA") + QStringLiteral("CK")};
        const QRegularExpression marks(QStringLiteral("\\b(%1)\\b").arg(words.join(QLatin1Char('|'))));
        verifyNone(offences(sources(), [&](const SourceFile &, const QString &line) { return marks.match(line).hasMatch(); }));
    }

    // Where packages come from is the machine's affair; and nothing depends on where one developer keeps things.
    void noPackageRegistryOrPrivateFolderIsNamed()
    {
        const QStringList places{QStringLiteral("deb\\.") + QStringLiteral("debian\\.org"), QStringLiteral("archive\\.") + QStringLiteral("ubuntu"),
                                 QStringLiteral("pypi\\.") + QStringLiteral("org"), QStringLiteral("files\\.python") + QStringLiteral("hosted"),
                                 QStringLiteral("registry\\.npm") + QStringLiteral("js"), QStringLiteral("crates\\.") + QStringLiteral("io"),
                                 QStringLiteral("/work") + QStringLiteral("/(main|shared)\\b")};
        const QRegularExpression named(places.join(QLatin1Char('|')));
        QList<SourceFile> files = filesBelow({QStringLiteral("app"), QStringLiteral("ui"), QStringLiteral("db"), QStringLiteral("tests"), QStringLiteral("cmake"),
                                              QStringLiteral("packaging"), QStringLiteral("resources"), QStringLiteral(".ci")},
                                             {QStringLiteral("*")});
        for (const char *name : {"run", "test", "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", "CMakeLists.txt", "CMakePresets.json"})
            files.append({QString::fromLatin1(name), linesOf(kRoot + QLatin1Char('/') + QString::fromLatin1(name))});
        verifyNone(offences(files, [&](const SourceFile &, const QString &line) { return named.match(line).hasMatch(); }));
    }
};

QTEST_APPLESS_MAIN(SourceRulesTest)
#include "tst_source_rules.moc"
