// SPDX-License-Identifier: GPL-3.0-or-later
// A real nginx stands before the demo cluster: TLS of an own authority, a user and password, a client certificate. Nothing
// here is a stand-in; the certificates are made by openssl for this run.
#include "support/headroom_process.h"
#include "support/test_case.h"

#include <QCryptographicHash>
#include <QFile>
#include <QHostAddress>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>

#include <csignal>

namespace {

quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

QString findNginx()
{
    const QString onPath = QStandardPaths::findExecutable(QStringLiteral("nginx"));
    if (!onPath.isEmpty())
        return onPath;
    return QStandardPaths::findExecutable(QStringLiteral("nginx"), {QStringLiteral("/usr/sbin"), QStringLiteral(HEADROOM_SOURCE_DIR "/build/tools/usr/sbin")});
}

} // namespace

class NginxFrontTest : public headroom::test::TestCase {
Q_OBJECT

private slots:
    void initTestCase()
    {
        const QString nginx = findNginx();
        const QString openssl = QStandardPaths::findExecutable(QStringLiteral("openssl"));
        if (nginx.isEmpty())
            QSKIP("nginx is not installed (Debian package nginx)");
        if (openssl.isEmpty())
            QSKIP("openssl is not installed (Debian package openssl)");
        m_openssl = openssl;
        makeCertificates();
        if (QTest::currentTestFailed())
            return;

        m_cluster.start(QStringLiteral(HEADROOM_BINARY), {QStringLiteral("demo-cluster"), QStringLiteral("--nodes"), QStringLiteral("1"), QStringLiteral("--gpus-per-node"), QStringLiteral("2")});
        QTRY_VERIFY_WITH_TIMEOUT(m_cluster.canReadLine(), 30000);
        const QString target = QJsonDocument::fromJson(m_cluster.readLine())[QStringLiteral("targets")][0].toString();
        QVERIFY(target.startsWith(QStringLiteral("http://127.0.0.1:")));

        m_port = freePort();
        m_mutualPort = freePort();
        writeConfiguration(target);
        m_nginx.setProcessChannelMode(QProcess::MergedChannels);
        m_nginx.start(nginx, {QStringLiteral("-p"), m_folder.path(), QStringLiteral("-c"), m_folder.filePath(QStringLiteral("nginx.conf")), QStringLiteral("-e"), m_folder.filePath(QStringLiteral("error.log"))});
        QVERIFY(m_nginx.waitForStarted(10000));
        const bool listens = QTest::qWaitFor(
            [this] {
                QTcpSocket socket;
                socket.connectToHost(QHostAddress::LocalHost, m_mutualPort);
                return socket.waitForConnected(200);
            },
            20000);
        QVERIFY2(listens, m_nginx.readAll().constData());
        qputenv("HEADROOM_TEST_BASIC", "ann:s3cret");
        qputenv("HEADROOM_TEST_WRONG", "ann:guess");
    }

    void passes_data()
    {
        QTest::addColumn<bool>("mutual");
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QString>("reason"); // empty: it works
        QTest::newRow("all that is asked for") << false << words({"--ca", "ca.pem", "--basic-env", "HEADROOM_TEST_BASIC"}) << QString();
        QTest::newRow("an authority that nobody knows") << false << words({"--basic-env", "HEADROOM_TEST_BASIC"}) << QStringLiteral("tls");
        QTest::newRow("another authority") << false << words({"--ca", "other-ca.pem", "--basic-env", "HEADROOM_TEST_BASIC"}) << QStringLiteral("tls");
        QTest::newRow("no password") << false << words({"--ca", "ca.pem"}) << QStringLiteral("unauthorized");
        QTest::newRow("a wrong password") << false << words({"--ca", "ca.pem", "--basic-env", "HEADROOM_TEST_WRONG"}) << QStringLiteral("unauthorized");
        QTest::newRow("a client certificate") << true << words({"--ca", "ca.pem", "--cert", "client.pem", "--key", "client.key"}) << QString();
        QTest::newRow("no client certificate") << true << words({"--ca", "ca.pem"}) << QStringLiteral("http_status");
    }
    void passes()
    {
        QFETCH(bool, mutual);
        QFETCH(QStringList, options);
        QFETCH(QString, reason);
        for (QString &option : options)
            if (option.endsWith(QLatin1String(".pem")) || option.endsWith(QLatin1String(".key")))
                option = m_folder.filePath(option);
        const auto answer = headroom::test::runHeadroom(QStringList{QStringLiteral("--json"), QStringLiteral("watch"), QStringLiteral("https://localhost:%1/metrics").arg(mutual ? m_mutualPort : m_port), QStringLiteral("--for"),
                                                            QStringLiteral("1500ms"), QStringLiteral("--interval"), QStringLiteral("500ms")}
            + options);
        const QJsonObject first = QJsonDocument::fromJson(answer.out.split('\n').first()).object();
        QVERIFY2(!answer.out.contains("s3cret") && !answer.told.contains("s3cret") && !answer.out.contains("guess") && !answer.told.contains("guess"), "a secret is told");
        if (reason.isEmpty()) {
            QVERIFY2(answer.exit == 0, answer.out.constData());
            QCOMPARE(first[QStringLiteral("state")].toString(), QStringLiteral("ok"));
            QCOMPARE(first[QStringLiteral("dialects")].toString(), QStringLiteral("dcgm"));
            QVERIFY(first[QStringLiteral("demo")].toBool());
        } else {
            QCOMPARE(answer.exit, 3);
            QVERIFY2(first[QStringLiteral("reason")].toString() == reason, answer.out.constData());
            QVERIFY(answer.told.contains("would be accepted") || answer.told.contains("--ca") || answer.told.contains("--basic-env"));
        }
    }

    // nginx compresses what is asked for so, and says in its log by how much.
    void readsWhatNginxCompresses()
    {
        QFile log(m_folder.filePath(QStringLiteral("access.log")));
        QVERIFY(log.open(QIODevice::ReadOnly));
        const QByteArray told = log.readAll();
        QVERIFY2(QRegularExpression(QStringLiteral(" 200 gzip=[0-9]")).match(QString::fromUtf8(told)).hasMatch(), told.constData());
    }

    void cleanupTestCase()
    {
        for (QProcess *process : {&m_nginx, &m_cluster}) {
            if (process->state() == QProcess::NotRunning)
                continue;
            ::kill(static_cast<pid_t>(process->processId()), SIGTERM);
            QVERIFY(process->waitForFinished(20000));
        }
    }

private:
    static QStringList words(std::initializer_list<const char *> list)
    {
        QStringList all;
        for (const char *const word : list)
            all << QString::fromLatin1(word);
        return all;
    }

    void openssl(const QStringList &arguments)
    {
        QProcess process;
        process.setWorkingDirectory(m_folder.path());
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(m_openssl, arguments);
        QVERIFY(process.waitForFinished(60000));
        QVERIFY2(process.exitCode() == 0, process.readAll().constData());
    }

    void makeCertificates()
    {
        const auto authority = [this](const QString &name) {
            openssl({"req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj", "/CN=Headroom test " + name, "-keyout", name + ".key", "-out", name + ".pem"});
        };
        authority(QStringLiteral("ca"));
        authority(QStringLiteral("other-ca"));
        QFile names(m_folder.filePath(QStringLiteral("names.cnf")));
        QVERIFY(names.open(QIODevice::WriteOnly));
        names.write("subjectAltName=DNS:localhost,IP:127.0.0.1\n");
        names.close();
        for (const QString &name : {QStringLiteral("server"), QStringLiteral("client")}) {
            openssl({"req", "-new", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=" + (name == QLatin1String("server") ? QStringLiteral("localhost") : name), "-keyout", name + ".key", "-out", name + ".csr"});
            openssl({"x509", "-req", "-in", name + ".csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-days", "2", "-extfile", "names.cnf", "-out", name + ".pem"});
        }
    }

    void writeConfiguration(const QString &target)
    {
        QFile passwords(m_folder.filePath(QStringLiteral("passwords")));
        QVERIFY(passwords.open(QIODevice::WriteOnly));
        passwords.write("ann:{SHA}" + QCryptographicHash::hash("s3cret", QCryptographicHash::Sha1).toBase64() + "\n");
        passwords.close();
        QFile file(m_folder.filePath(QStringLiteral("nginx.conf")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QString folder = m_folder.path();
        file.write(QStringLiteral(R"(daemon off;
master_process off;
pid %1/nginx.pid;
error_log %1/error.log;
events { worker_connections 64; }
http {
    log_format ratio '$request $status gzip=$gzip_ratio';
    access_log %1/access.log ratio;
    client_body_temp_path %1/body;
    proxy_temp_path %1/proxy;
    fastcgi_temp_path %1/fastcgi;
    uwsgi_temp_path %1/uwsgi;
    scgi_temp_path %1/scgi;
    gzip on;
    gzip_types *;
    gzip_min_length 100;
    gzip_proxied any;
    ssl_certificate %1/server.pem;
    ssl_certificate_key %1/server.key;
    server {
        listen 127.0.0.1:%2 ssl;
        auth_basic "metrics";
        auth_basic_user_file %1/passwords;
        location = /metrics { proxy_pass %4; }
    }
    server {
        listen 127.0.0.1:%3 ssl;
        ssl_client_certificate %1/ca.pem;
        ssl_verify_client on;
        location = /metrics { proxy_pass %4; }
    }
}
)").arg(folder).arg(m_port).arg(m_mutualPort).arg(target).toUtf8());
    }

    QTemporaryDir m_folder;
    QProcess m_cluster;
    QProcess m_nginx;
    QString m_openssl;
    quint16 m_port = 0;
    quint16 m_mutualPort = 0;
};

QTEST_GUILESS_MAIN(NginxFrontTest)
#include "tst_nginx_front.moc"
