// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QRegularExpression>
#include <QTest>

namespace headroom::test {

// Base of every test class: a warning that a test did not announce with QTest::ignoreMessage fails it.
class TestCase : public QObject {
Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
};

} // namespace headroom::test
