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
    // The off-screen platform plugin warns of what it cannot do with windows; that says nothing about the program.
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )"))); }
};

} // namespace headroom::test
