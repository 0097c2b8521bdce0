// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_case.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <memory>

namespace {

struct Answer {
    int status = -1;
    QJsonObject json;
    QByteArray output, message;
};

const char kConfig[] = R"({"model_type":"llama","hidden_size":64,"num_hidden_layers":4,"num_attention_heads":4,"num_key_value_heads":2,"intermediate_size":128,
"vocab_size":256,"max_position_embeddings":4096,"torch_dtype":"bfloat16"})";

} // namespace

// `headroom models` and `headroom prices`, as a script runs them.
class ModelsCommandTest : public headroom::test::TestCase {
Q_OBJECT

private slots:
    void cleanup() { m_folder = std::make_unique<QTemporaryDir>(); } // each test has a store of its own

    void showTellsWhatTheContractNames()
    {
        const Answer answer = run({QStringLiteral("models"), QStringLiteral("show"), QStringLiteral("DeepSeek-AI/deepseek-v3"), QStringLiteral("--json")});
        QCOMPARE(answer.status, 0);
        QCOMPARE(answer.json[QStringLiteral("id")].toString(), QStringLiteral("deepseek-v3"));
        QVERIFY(qAbs(answer.json[QStringLiteral("total_params_b")].toDouble() - 671) < 1);
        QVERIFY(qAbs(answer.json[QStringLiteral("active_params_b")].toDouble() - 37.5) < 1);
        QCOMPARE(answer.json[QStringLiteral("layers")].toInt(), 61);
        QCOMPARE(answer.json[QStringLiteral("kv_bytes_per_token_bf16")].toInt(), 61 * 576 * 2);
        QCOMPARE(answer.json[QStringLiteral("attention")].toString(), QStringLiteral("mla"));
        QCOMPARE(answer.json[QStringLiteral("native_format")].toString(), QStringLiteral("fp8"));
        QVERIFY(answer.json[QStringLiteral("warnings")].isArray());
    }

    void anImportedModelIsStoredAndFound()
    {
        const QString file = write(QStringLiteral("Org--My-Model_config.json"), kConfig);
        const Answer dry = run({QStringLiteral("models"), QStringLiteral("import"), file, QStringLiteral("--dry-run"), QStringLiteral("--json")});
        QCOMPARE(dry.status, 0);
        QCOMPARE(dry.json[QStringLiteral("id")].toString(), QStringLiteral("my-model"));
        QVERIFY(dry.json[QStringLiteral("stored")].isNull());
        QVERIFY(!QDir(data()).exists(QStringLiteral("catalog/models")));
        QCOMPARE(run({QStringLiteral("models"), QStringLiteral("show"), QStringLiteral("my-model"), QStringLiteral("--json")}).status, 2);

        const Answer stored = run({QStringLiteral("models"), QStringLiteral("import"), file, QStringLiteral("--id"), QStringLiteral("Mine-1"), QStringLiteral("--json")});
        QCOMPARE(stored.status, 0);
        QCOMPARE(QDir(data() + QStringLiteral("/catalog/models")).entryList(QDir::Files), QStringList(QStringLiteral("mine-1.json")));
        const Answer shown = run({QStringLiteral("models"), QStringLiteral("show"), QStringLiteral("MINE-1"), QStringLiteral("--json")});
        QCOMPARE(shown.status, 0);
        QCOMPARE(shown.json[QStringLiteral("layers")].toInt(), 4);
        // Again, with another shape: it takes the old one's place.
        const QString wider = write(QStringLiteral("config.json"), QByteArray(kConfig).replace("\"num_hidden_layers\":4", "\"num_hidden_layers\":6"));
        QVERIFY(run({QStringLiteral("models"), QStringLiteral("import"), wider, QStringLiteral("--id"), QStringLiteral("mine-1"), QStringLiteral("--json")}).json[QStringLiteral("replaces")].toBool());
        QCOMPARE(run({QStringLiteral("models"), QStringLiteral("show"), QStringLiteral("mine-1"), QStringLiteral("--json")}).json[QStringLiteral("layers")].toInt(), 6);
    }

    void theSiblingSaysHowItIsQuantized()
    {
        write(QStringLiteral("hf_quant_config.json"), R"({"quantization":{"quant_algo":"NVFP4","exclude_modules":["lm_head"]}})");
        const QString file = write(QStringLiteral("config.json"), kConfig);
        const Answer answer = run({QStringLiteral("models"), QStringLiteral("import"), file, QStringLiteral("--id"), QStringLiteral("q"), QStringLiteral("--json")});
        QCOMPARE(answer.status, 0);
        QCOMPARE(answer.json[QStringLiteral("native_format")].toString(), QStringLiteral("fp4"));
    }

    void refusalsNameFieldAndReason()
    {
        const QString file = write(QStringLiteral("config.json"), R"({"model_type":"mamba","hidden_size":64})");
        const Answer refused = run({QStringLiteral("models"), QStringLiteral("import"), file, QStringLiteral("--json")});
        QCOMPARE(refused.status, 2);
        const QJsonObject error = refused.json[QStringLiteral("error")].toObject();
        QCOMPARE(error[QStringLiteral("code")].toString(), QStringLiteral("unsupported"));
        QCOMPARE(error[QStringLiteral("field")].toString(), QStringLiteral("model_type"));
        QCOMPARE(error[QStringLiteral("file")].toString(), file);
        QVERIFY(refused.message.contains("state-space"));
        QCOMPARE(run({QStringLiteral("models"), QStringLiteral("import"), file + QStringLiteral(".none"), QStringLiteral("--json")}).status, 3);
        const QString good = write(QStringLiteral("good.json"), kConfig);
        QCOMPARE(run({QStringLiteral("models"), QStringLiteral("import"), good, QStringLiteral("--id"), QStringLiteral("../../evil"), QStringLiteral("--json")}).status, 2);
        QVERIFY(!QDir(data()).exists(QStringLiteral("catalog")));
    }

    void listsAreComplete()
    {
        const Answer models = run({QStringLiteral("models"), QStringLiteral("list"), QStringLiteral("--json")});
        QCOMPARE(models.status, 0);
        QVERIFY(models.json[QStringLiteral("models")].toArray().size() >= 36);
        const Answer prices = run({QStringLiteral("prices"), QStringLiteral("list"), QStringLiteral("--gpu"), QStringLiteral("H100"), QStringLiteral("--json")});
        QCOMPARE(prices.status, 0);
        const QJsonArray offers = prices.json[QStringLiteral("offers")].toArray();
        QVERIFY(offers.size() > 5);
        for (const QJsonValue &offer : offers)
            QVERIFY(offer[QStringLiteral("gpu")].toString() == QLatin1String("h100-sxm") && !offer[QStringLiteral("as_of")].toString().isEmpty());
        QCOMPARE(run({QStringLiteral("prices"), QStringLiteral("list"), QStringLiteral("--provider"), QStringLiteral("nobody"), QStringLiteral("--json")}).status, 2);
        QVERIFY(run({QStringLiteral("models"), QStringLiteral("list")}).output.contains("deepseek-v3 "));
        QVERIFY(run({QStringLiteral("prices"), QStringLiteral("list")}).output.contains("p5.48xlarge"));
    }

private:
    QString data() const { return m_folder->filePath(QStringLiteral("data")); }

    QString write(const QString &name, const QByteArray &content) const
    {
        QFile file(m_folder->filePath(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(content);
        return file.fileName();
    }

    Answer run(const QStringList &arguments) const
    {
        QProcess process;
        process.start(QStringLiteral(HEADROOM_BINARY), QStringList{QStringLiteral("--data-dir"), data()} + arguments);
        Answer answer;
        if (!process.waitForFinished(30000) || process.exitStatus() != QProcess::NormalExit)
            return answer;
        answer.status = process.exitCode();
        answer.output = process.readAllStandardOutput();
        answer.message = process.readAllStandardError();
        answer.json = QJsonDocument::fromJson(answer.output).object();
        return answer;
    }

    std::unique_ptr<QTemporaryDir> m_folder = std::make_unique<QTemporaryDir>();
};

QTEST_GUILESS_MAIN(ModelsCommandTest)
#include "tst_models_command.moc"
