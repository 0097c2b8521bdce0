// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers.h"
#include "support/test_case.h"

#include <QProcess>
#include <QTemporaryDir>

using headroom::test::Access;
using headroom::test::allowedAccess;
using headroom::test::Layer;

namespace {

struct Outcome {
    bool compiles = false;
    QString message;
};

// Preprocesses a file of these includes just as a source of the layer would be.
Outcome preprocess(const Layer &layer, const QStringList &includes)
{
    QStringList arguments{QStringLiteral("-std=c++23"), QStringLiteral("-fPIC"), QStringLiteral("-E"), QStringLiteral("-x"),
                          QStringLiteral("c++"), QStringLiteral("-o"), QStringLiteral("/dev/null"), QStringLiteral("-")};
    for (const QString &root : layer.roots)
        arguments << QStringLiteral("-I") + root;
    QByteArray source;
    for (const QString &include : includes)
        source += "#include <" + include.toUtf8() + ">\n";
    QProcess compiler;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C"));
    // Folders named by the environment would be searched as well.
    for (const char *name : {"CPATH", "CPLUS_INCLUDE_PATH", "C_INCLUDE_PATH"})
        environment.remove(QString::fromLatin1(name));
    compiler.setProcessEnvironment(environment);
    compiler.start(QStringLiteral(HEADROOM_COMPILER), arguments);
    compiler.write(source);
    compiler.closeWriteChannel();
    if (!compiler.waitForFinished(60000))
        return {false, compiler.errorString()};
    return {compiler.exitStatus() == QProcess::NormalExit && compiler.exitCode() == 0, QString::fromLocal8Bit(compiler.readAllStandardError())};
}

QStringList spelled(const Layer &layer, const QStringList &headers)
{
    QStringList spelled;
    for (const QString &header : headers)
        spelled << layer.name + QLatin1Char('/') + header;
    return spelled;
}

} // namespace

// DESIGN's table, by the compiler and with the include folders that the layers are really built with.
class IncludeRulesTest : public headroom::test::TestCase {
Q_OBJECT

    QMap<QString, Layer> m_layers = headroom::test::layersOfThisBuild();

private slots:
    void knowsTheLayersOfThisBuild()
    {
        for (const char *name : {"core", "monitor", "db", "present"})
            QVERIFY2(m_layers.contains(QString::fromLatin1(name)), name);
        for (const Layer &layer : std::as_const(m_layers)) {
            QVERIFY2(!layer.roots.isEmpty(), qPrintable(layer.name));
            QVERIFY2(!layer.values.isEmpty() || !layer.headers.isEmpty(), qPrintable(layer.name));
        }
    }

    // The positive control of every header: spelled as below, its own layer finds it. A misspelled forbidden include would pass below.
    void aLayerFindsItsOwnHeaders_data() { eachLayer(); }
    void aLayerFindsItsOwnHeaders()
    {
        QFETCH(QString, name);
        const Layer &layer = m_layers[name];
        const Outcome outcome = preprocess(layer, spelled(layer, layer.values + layer.headers));
        QVERIFY2(outcome.compiles, qPrintable(outcome.message));
    }

    void aLayerFindsWhatItMayInclude_data() { eachPair(); }
    void aLayerFindsWhatItMayInclude()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        const Access access = allowedAccess(from, to);
        const Layer &target = m_layers[to];
        QStringList headers;
        if (access == Access::Values || access == Access::All)
            headers += target.values;
        if (access == Access::All)
            headers += target.headers;
        if (headers.isEmpty())
            return;
        // A layer that uses nothing of another yet need not be linked with it; once it is, it finds all that it may.
        if (access == Access::Values && !linksWith(m_layers[from], target))
            return;
        const Outcome outcome = preprocess(m_layers[from], spelled(target, headers));
        QVERIFY2(outcome.compiles, qPrintable(outcome.message));
    }

    void aLayerDoesNotFindWhatItMayNotInclude_data() { eachPair(); }
    void aLayerDoesNotFindWhatItMayNotInclude()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        const Access access = allowedAccess(from, to);
        const Layer &target = m_layers[to];
        QStringList forbidden;
        if (access != Access::All)
            forbidden += target.headers;
        if (access == Access::Forbidden)
            forbidden += target.values;
        for (const QString &header : spelled(target, forbidden)) {
            const Outcome outcome = preprocess(m_layers[from], {header});
            QVERIFY2(!outcome.compiles, qPrintable(QStringLiteral("%1 finds <%2>").arg(from, header)));
            QVERIFY2(outcome.message.contains(header + QStringLiteral(": No such file")), qPrintable(outcome.message));
        }
    }

    void aLayerDoesNotFindTheLibrariesItMayNotUse_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("header");
        QTest::addColumn<QString>("finder");
        // finder: the layer that may use it, as the positive control.
        const struct { const char *header; const char *finder; QStringList forbidden; } rules[] = {
            {"QString", "db", {QStringLiteral("core")}},
            {"QNetworkAccessManager", "monitor", {QStringLiteral("core"), QStringLiteral("db"), QStringLiteral("present"), QStringLiteral("ui")}},
            {"QSqlDatabase", "db", {QStringLiteral("core"), QStringLiteral("monitor"), QStringLiteral("present"), QStringLiteral("ui")}},
            {"QWidget", "ui", {QStringLiteral("core"), QStringLiteral("monitor"), QStringLiteral("db"), QStringLiteral("present")}},
            {"QPrinter", "ui", {QStringLiteral("core"), QStringLiteral("monitor"), QStringLiteral("db"), QStringLiteral("present")}},
            {"QColor", "present", {QStringLiteral("core"), QStringLiteral("monitor"), QStringLiteral("db")}},
        };
        for (const auto &rule : rules)
            for (const QString &name : rule.forbidden)
                if (m_layers.contains(name))
                    QTest::addRow("%s without %s", qPrintable(name), rule.header)
                        << name << QString::fromLatin1(rule.header) << QString::fromLatin1(rule.finder);
    }
    void aLayerDoesNotFindTheLibrariesItMayNotUse()
    {
        QFETCH(QString, name);
        QFETCH(QString, header);
        QFETCH(QString, finder);
        if (m_layers.contains(finder)) {
            const Outcome control = preprocess(m_layers[finder], {header});
            QVERIFY2(control.compiles, qPrintable(control.message));
        }
        const Outcome outcome = preprocess(m_layers[name], {header});
        QVERIFY2(!outcome.compiles, qPrintable(QStringLiteral("%1 finds <%2>").arg(name, header)));
        QVERIFY2(outcome.message.contains(header + QStringLiteral(": No such file")), qPrintable(outcome.message));
    }

private:
    void eachLayer() const
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : m_layers.keys())
            QTest::addRow("%s", qPrintable(name)) << name;
    }

    void eachPair() const
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        for (const QString &from : m_layers.keys())
            for (const QString &to : m_layers.keys())
                if (from != to)
                    QTest::addRow("%s to %s", qPrintable(from), qPrintable(to)) << from << to;
    }

    static bool linksWith(const Layer &from, const Layer &target)
    {
        const QString values = QStringLiteral("/include/%1-values").arg(target.name);
        return std::ranges::any_of(from.roots, [&](const QString &root) { return root.endsWith(values); });
    }
};

QTEST_APPLESS_MAIN(IncludeRulesTest)
#include "tst_include_rules.moc"
