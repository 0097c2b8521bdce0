// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_case.h"

#include <QDir>
#include <QFile>

#include <cstdint>
#include <random>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

// The fuzzer's seeds, and a few thousand seeded mutations of them: the target aborts where a promise is broken.
class FuzzSeedsTest : public headroom::test::TestCase {
Q_OBJECT

private slots:
    void configsAreImportedOrRefused_data()
    {
        QTest::addColumn<QByteArray>("seed");
        const QDir folder(QStringLiteral(HEADROOM_SOURCE_DIR "/tests/fuzz/seeds/hf_import"));
        for (const QString &name : folder.entryList(QDir::Files)) {
            QFile file(folder.filePath(name));
            QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(name));
            QTest::newRow(qPrintable(name)) << file.readAll();
        }
    }
    void configsAreImportedOrRefused()
    {
        QFETCH(QByteArray, seed);
        run(seed);
        std::mt19937 random(20261124);
        for (int round = 0; round < 300; ++round)
            run(mutated(seed, random));
    }

private:
    static void run(const QByteArray &input) { LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t *>(input.constData()), static_cast<std::size_t>(input.size())); }

    // Cuts, doubles, flips, and swaps in values that parsers trip over.
    static QByteArray mutated(QByteArray input, std::mt19937 &random)
    {
        static const QList<QByteArray> kPieces{"-1", "0", "1e308", "99999999999999999999", "null", "true", "[]", "{}", "\"\"", "\"re:((((a|b)?)?)?)?\"", "1.5", "\\u0000", "[[[[[[[["};
        const auto below = [&](qsizetype n) { return n > 0 ? static_cast<qsizetype>(random() % static_cast<std::uint32_t>(n)) : 0; };
        const int edits = 1 + static_cast<int>(random() % 3);
        for (int i = 0; i < edits; ++i) {
            const qsizetype at = below(input.size());
            switch (random() % 5) {
            case 0: input.truncate(at); break;
            case 1: input.insert(at, input.mid(below(input.size()), 40)); break;
            case 2: input[at < input.size() ? at : 0] = static_cast<char>(random() % 256); break;
            case 3: input.insert(at, kPieces[below(kPieces.size())]); break;
            case 4: { // another value for a key
                const qsizetype colon = input.indexOf(':', at);
                const qsizetype end = colon < 0 ? -1 : input.indexOf(',', colon);
                if (end > colon)
                    input.replace(colon + 1, end - colon - 1, kPieces[below(kPieces.size())]);
                break;
            }
            }
            if (input.isEmpty())
                return input;
        }
        return input;
    }
};

QTEST_APPLESS_MAIN(FuzzSeedsTest)
#include "tst_fuzz_seeds.moc"
