// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_case.h"

#include <ui/theme/icons.h>
#include <ui/theme/theme.h>
#include <ui/widgets/badge.h>
#include <ui/widgets/banner.h>
#include <ui/widgets/card.h>
#include <ui/widgets/choice_field.h>
#include <ui/widgets/group_section.h>
#include <ui/widgets/heat_map.h>
#include <ui/widgets/link_button.h>
#include <ui/widgets/message_strip.h>
#include <ui/widgets/navigation_rail.h>
#include <ui/widgets/number_text.h>
#include <ui/widgets/segmented_control.h>
#include <ui/widgets/slider_field.h>
#include <ui/widgets/tile.h>
#include <ui/widgets/tile_row.h>

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QVBoxLayout>

using namespace headroom::ui;

class WidgetsTest : public headroom::test::TestCase {
Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, ThemeMode::Light); }

    void textStandsOutFromItsBackground_data();
    void textStandsOutFromItsBackground();
    void everyIconIsDrawn();

    void logarithmicSliderGivesRoundNumbers();
    void keyStepsAlwaysMove_data();
    void keyStepsAlwaysMove();
    void numbersAreReadAsPeopleTypeThem_data();
    void numbersAreReadAsPeopleTypeThem();

    void draggingTheSliderTellsTheValue();
    void typingTellsTheValueAndMovesTheSlider();
    void rejectedTextChangesNothingAndSaysWhy();
    void escapeBringsTheLastGoodValueBack();
    void settingAValueTellsNoOne();
    void arrowKeysStepTheSlider();

    void clickChoosesASegment();
    void arrowKeysSkipDisabledSegments();
    void disabledSegmentCannotBeClickedAndSaysWhy();
    void listTellsItsChoice();
    void sectionOpensAndClosesByKeyboard();
    void tileAsksForItsDerivation();
    void tileIsReadAloud();
    void tilesBreakIntoEqualRows();
    void tilesAreNeverCut();
    void railGoesToPagesByShortcut();
    void heatMapIsWalkedByKeyboard();
    void anErrorIsNotPushedAwayByANotice();
    void bannerLinkIsPressedByKeyboard();
    void themeChangesAtRunTime();
    void gallery();

private:
    static SliderField *makeUsers(QWidget *parent)
    {
        auto *users = new SliderField({1, 10'000'000, 100, 1'000'000, true, 1, 0}, parent);
        users->setName(QStringLiteral("users"));
        users->setLabel(QStringLiteral("Employees"));
        users->setRejectionText([](const QString &typed) { return QStringLiteral("%1 is not a number from 1 to 10,000,000.").arg(typed); });
        users->setValue(10'000);
        return users;
    }
};

void WidgetsTest::textStandsOutFromItsBackground_data()
{
    QTest::addColumn<QColor>("ink");
    QTest::addColumn<QColor>("paper");
    for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark}) {
        const Tokens &t = tokensFor(mode);
        const char *name = mode == ThemeMode::Light ? "light" : "dark";
        for (const QColor &paper : {t.window, t.surface, t.surfaceHover}) {
            QTest::addRow("%s text on %s", name, qPrintable(paper.name())) << t.text << paper;
            QTest::addRow("%s secondary on %s", name, qPrintable(paper.name())) << t.textSecondary << paper;
            QTest::addRow("%s accent on %s", name, qPrintable(paper.name())) << t.accent << paper;
        }
        for (const Tone tone : {Tone::Accent, Tone::Good, Tone::Warning, Tone::Error}) {
            QTest::addRow("%s tone %d on surface", name, static_cast<int>(tone)) << t.toneColor(tone) << t.surface;
            QTest::addRow("%s tone %d on soft", name, static_cast<int>(tone)) << t.toneColor(tone) << t.toneSoftColor(tone);
            QTest::addRow("%s text on soft %d", name, static_cast<int>(tone)) << t.text << t.toneSoftColor(tone);
        }
        QTest::addRow("%s on accent", name) << t.onAccent << t.accent;
        QTest::addRow("%s on accent, hovered", name) << t.onAccent << t.accentHover;
        QTest::addRow("%s heat low", name) << t.onHeatLow << t.heatLow;
        QTest::addRow("%s heat high", name) << t.onHeatHigh << t.heatHigh;
    }
}

void WidgetsTest::textStandsOutFromItsBackground()
{
    QFETCH(QColor, ink);
    QFETCH(QColor, paper);
    QVERIFY2(contrastRatio(ink, paper) >= 4.5, qPrintable(QStringLiteral("%1 on %2: %3").arg(ink.name(), paper.name()).arg(contrastRatio(ink, paper))));
}

void WidgetsTest::everyIconIsDrawn()
{
    iconPixmap(QStringLiteral("plan"), Qt::black, 16, 1.0); // brings the resources in
    const QStringList files = QDir(QStringLiteral(":/headroom/icons")).entryList();
    QVERIFY(files.size() > 20);
    for (const QString &file : files) {
        const QImage image = iconPixmap(file.chopped(4), QColor(QStringLiteral("#0f62fe")), 20, 2.0).toImage();
        QCOMPARE(image.size(), QSize(40, 40));
        bool inked = false;
        for (int y = 0; y < image.height() && !inked; ++y)
            for (int x = 0; x < image.width() && !inked; ++x)
                inked = image.pixelColor(x, y).alpha() > 100;
        QVERIFY2(inked, qPrintable(file));
    }
}

void WidgetsTest::logarithmicSliderGivesRoundNumbers()
{
    const ValueScale scale{1, 1e7, 100, 1e6, true, 1, 0};
    QCOMPARE(valueAt(scale, 0), 100.0);
    QCOMPARE(valueAt(scale, positionCount(scale)), 1e6);
    for (int position = 0; position <= positionCount(scale); ++position) {
        const double value = valueAt(scale, position);
        QCOMPARE(value, std::round(value));
        QVERIFY2(qAbs(positionOf(scale, value) - position) <= 8, qPrintable(QString::number(position)));
    }
}

void WidgetsTest::keyStepsAlwaysMove_data()
{
    QTest::addColumn<ValueScale>("scale");
    QTest::newRow("logarithmic whole") << ValueScale{1, 1e7, 1, 1e6, true, 1, 0};
    QTest::newRow("logarithmic with decimals") << ValueScale{0.01, 1e4, 0.1, 1000, true, 1, 2};
    QTest::newRow("linear percent") << ValueScale{0, 100, 0, 100, false, 1, 0};
    QTest::newRow("linear fine") << ValueScale{0, 5, 0.1, 2.0, false, 0.05, 2};
}

void WidgetsTest::keyStepsAlwaysMove()
{
    QFETCH(ValueScale, scale);
    double value = scale.sliderLow;
    for (int i = 0; i < 2000 && value < scale.sliderHigh; ++i) {
        const double next = stepped(scale, value, +1, false);
        QVERIFY2(next > value, qPrintable(QString::number(value)));
        value = next;
    }
    QCOMPARE(value, scale.sliderHigh);
    for (int i = 0; i < 2000 && value > scale.sliderLow; ++i) {
        const double next = stepped(scale, value, -1, false);
        QVERIFY2(next < value, qPrintable(QString::number(value)));
        value = next;
    }
    QCOMPARE(value, scale.sliderLow);
}

void WidgetsTest::numbersAreReadAsPeopleTypeThem_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("ok");
    QTest::addColumn<double>("value");
    QTest::newRow("plain") << "12000" << true << 12000.0;
    QTest::newRow("grouped") << "12,000" << true << 12000.0;
    QTest::newRow("thousands") << " 12k " << true << 12000.0;
    QTest::newRow("millions") << "1.5M" << true << 1500000.0;
    QTest::newRow("rounded") << "75.06" << true << 75.1;
    QTest::newRow("empty") << "" << false << 0.0;
    QTest::newRow("word") << "many" << false << 0.0;
    QTest::newRow("infinity") << "inf" << false << 0.0;
    QTest::newRow("overflow") << "1e400" << false << 0.0;
}

void WidgetsTest::numbersAreReadAsPeopleTypeThem()
{
    QFETCH(QString, text);
    QFETCH(bool, ok);
    QFETCH(double, value);
    const std::optional<double> number = parseNumberText(text, 1);
    QCOMPARE(number.has_value(), ok);
    if (ok)
        QCOMPARE(*number, value);
}

void WidgetsTest::draggingTheSliderTellsTheValue()
{
    QWidget window;
    SliderField *users = makeUsers(&window);
    users->resize(300, 70);
    window.resize(320, 90);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QSignalSpy edited(users, &SliderField::valueEdited);
    QSignalSpy finished(users, &SliderField::editingFinished);
    QSlider *slider = users->slider();
    QTest::mousePress(slider, Qt::LeftButton, {}, QPoint(slider->width() / 2, slider->height() / 2));
    QTest::mouseMove(slider, QPoint(slider->width() - 20, slider->height() / 2));
    QTest::mouseRelease(slider, Qt::LeftButton, {}, QPoint(slider->width() - 20, slider->height() / 2));
    QVERIFY(edited.size() >= 2);
    QCOMPARE(finished.size(), 1);
    QVERIFY(users->value() > 100'000);
    QCOMPARE(edited.last().first().toDouble(), users->value());
    QCOMPARE(users->field()->text(), numberText(users->value(), 0));
}

void WidgetsTest::typingTellsTheValueAndMovesTheSlider()
{
    QWidget window;
    SliderField *users = makeUsers(&window);
    window.show();
    QSignalSpy edited(users, &SliderField::valueEdited);
    const int before = users->slider()->value();
    users->field()->setFocus();
    users->field()->selectAll();
    QTest::keyClicks(users->field(), QStringLiteral("250k"));
    QTest::keyClick(users->field(), Qt::Key_Return);
    QCOMPARE(users->value(), 250'000.0);
    QCOMPARE(edited.last().first().toDouble(), 250'000.0);
    QVERIFY(users->slider()->value() > before);
    QCOMPARE(users->field()->text(), QStringLiteral("250,000"));
}

void WidgetsTest::rejectedTextChangesNothingAndSaysWhy()
{
    QWidget window;
    SliderField *users = makeUsers(&window);
    window.show();
    users->field()->setFocus();
    users->field()->selectAll();
    QTest::keyClicks(users->field(), QStringLiteral("0"));
    QTest::keyClick(users->field(), Qt::Key_Return);
    QCOMPARE(users->value(), 10'000.0);
    QCOMPARE(users->message(), QStringLiteral("0 is not a number from 1 to 10,000,000."));
    users->field()->selectAll();
    QTest::keyClicks(users->field(), QStringLiteral("20000"));
    QTest::keyClick(users->field(), Qt::Key_Return);
    QCOMPARE(users->value(), 20'000.0);
    QVERIFY(users->message().isEmpty());
}

void WidgetsTest::escapeBringsTheLastGoodValueBack()
{
    QWidget window;
    SliderField *users = makeUsers(&window);
    window.show();
    users->field()->setFocus();
    users->field()->selectAll();
    QTest::keyClicks(users->field(), QStringLiteral("x"));
    QTest::keyClick(users->field(), Qt::Key_Return);
    QVERIFY(!users->message().isEmpty());
    QTest::keyClick(users->field(), Qt::Key_Escape);
    QCOMPARE(users->field()->text(), QStringLiteral("10,000"));
    QVERIFY(users->message().isEmpty());
}

void WidgetsTest::settingAValueTellsNoOne()
{
    QWidget window;
    SliderField *users = makeUsers(&window);
    QSignalSpy edited(users, &SliderField::valueEdited);
    users->setValue(5'000'000);
    QCOMPARE(edited.size(), 0);
    QCOMPARE(users->slider()->value(), users->slider()->maximum());
    QCOMPARE(users->field()->text(), QStringLiteral("5,000,000"));
}

void WidgetsTest::arrowKeysStepTheSlider()
{
    QWidget window;
    SliderField *users = makeUsers(&window);
    window.show();
    QTest::keyClick(users->slider(), Qt::Key_Right);
    QCOMPARE(users->value(), 11'000.0);
    QTest::keyClick(users->slider(), Qt::Key_Left);
    QCOMPARE(users->value(), 10'000.0);
    QTest::keyClick(users->slider(), Qt::Key_PageUp);
    QCOMPARE(users->value(), 20'000.0);
    QTest::keyClick(users->slider(), Qt::Key_End);
    QCOMPARE(users->value(), 1'000'000.0);
}

static SegmentedControl *makeFormats(QWidget *parent)
{
    auto *formats = new SegmentedControl(parent);
    formats->setName(QStringLiteral("format"));
    formats->setChoices({{QStringLiteral("bf16"), QStringLiteral("bf16"), false, QStringLiteral("bf16 needs 1,342 GB.")},
                         {QStringLiteral("fp8"), QStringLiteral("fp8"), true, {}},
                         {QStringLiteral("int8"), QStringLiteral("int8"), false, QStringLiteral("Not on this GPU.")},
                         {QStringLiteral("int4"), QStringLiteral("int4"), true, {}}});
    formats->setCurrent(QStringLiteral("fp8"));
    formats->resize(320, 30);
    return formats;
}

void WidgetsTest::clickChoosesASegment()
{
    QWidget window;
    SegmentedControl *formats = makeFormats(&window);
    window.show();
    QSignalSpy chosen(formats, &SegmentedControl::chosen);
    QTest::mouseClick(window.findChild<QWidget *>(QStringLiteral("format.int4")), Qt::LeftButton);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(formats->current(), QStringLiteral("int4"));
}

void WidgetsTest::arrowKeysSkipDisabledSegments()
{
    QWidget window;
    SegmentedControl *formats = makeFormats(&window);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    formats->segment(QStringLiteral("fp8"))->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
    QCOMPARE(formats->current(), QStringLiteral("int4"));
}

void WidgetsTest::disabledSegmentCannotBeClickedAndSaysWhy()
{
    QWidget window;
    SegmentedControl *formats = makeFormats(&window);
    window.show();
    QAbstractButton *bf16 = formats->segment(QStringLiteral("bf16"));
    QTest::mouseClick(bf16, Qt::LeftButton);
    QCOMPARE(formats->current(), QStringLiteral("fp8"));
    QCOMPARE(bf16->toolTip(), QStringLiteral("bf16 needs 1,342 GB."));
    QCOMPARE(bf16->accessibleDescription(), bf16->toolTip());
}

void WidgetsTest::listTellsItsChoice()
{
    ChoiceField gpu;
    gpu.setName(QStringLiteral("gpu"));
    gpu.setChoices({{QStringLiteral("h200"), QStringLiteral("H200 141 GB"), true, {}}, {QStringLiteral("b200"), QStringLiteral("B200 180 GB"), true, {}}});
    gpu.setCurrent(QStringLiteral("h200"));
    gpu.show();
    QSignalSpy chosen(&gpu, &ChoiceField::chosen);
    QTest::keyClick(gpu.list(), Qt::Key_Down);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(gpu.current(), QStringLiteral("b200"));
    gpu.setCurrent(QStringLiteral("h200"));
    QCOMPARE(chosen.size(), 1);
}

void WidgetsTest::sectionOpensAndClosesByKeyboard()
{
    GroupSection section;
    section.setTitle(QStringLiteral("Demand"));
    auto *inside = new QPushButton(QStringLiteral("inside"));
    section.contentLayout()->addWidget(inside);
    section.show();
    QVERIFY(inside->isVisible());
    QTest::keyClick(section.headingButton(), Qt::Key_Space);
    QVERIFY(!inside->isVisible());
    QVERIFY(!section.isOpen());
    QTest::keyClick(section.headingButton(), Qt::Key_Return);
    QVERIFY(inside->isVisible());
}

void WidgetsTest::tileAsksForItsDerivation()
{
    Tile tile;
    tile.setWhyText(QStringLiteral("Why?"));
    tile.setContent({QStringLiteral("GPUs"), QStringLiteral("16"), QStringLiteral("H200"), {}, {}, {}});
    tile.resize(200, 110);
    tile.show();
    QSignalSpy why(&tile, &Tile::whyRequested);
    QTest::mouseClick(tile.whyButton(), Qt::LeftButton);
    QTest::keyClick(tile.whyButton(), Qt::Key_Return);
    QTest::keyClick(tile.whyButton(), Qt::Key_Space);
    QCOMPARE(why.size(), 3);
}

void WidgetsTest::tileIsReadAloud()
{
    Tile tile;
    tile.setContent({QStringLiteral("GPUs"), QStringLiteral("16"), QStringLiteral("H200"), {{QStringLiteral("2 replicas"), Tone::Secondary}, {QStringLiteral("estimated"), Tone::Secondary}}, {}, {}});
    QCOMPARE(tile.accessibleName(), QStringLiteral("GPUs: 16 H200"));
    QCOMPARE(tile.accessibleDescription(), QStringLiteral("2 replicas; estimated"));
}

void WidgetsTest::tilesBreakIntoEqualRows()
{
    TileRow row;
    for (int i = 0; i < 6; ++i)
        row.addTile(QStringLiteral("tile%1").arg(i));
    const int one = row.heightForWidth(1200);
    const int two = row.heightForWidth(600);
    QVERIFY(two > one * 3 / 2);
    row.resize(600, two);
    QCOMPARE(row.tiles().at(3)->x(), 0);
    QCOMPARE(row.tiles().at(3)->y(), row.tiles().at(5)->y());
}

void WidgetsTest::tilesAreNeverCut()
{
    QWidget page;
    page.resize(660, 700);
    auto *layout = new QVBoxLayout(&page);
    auto *row = new TileRow;
    for (int i = 0; i < 4; ++i)
        row->addTile(QStringLiteral("tile%1").arg(i))->setContent({QStringLiteral("Cost"), QStringLiteral("$58,900"), QStringLiteral("USD"), {{QStringLiteral("line"), Tone::Good}, {QStringLiteral("line"), Tone::Secondary}}, {}, {}});
    layout->addWidget(row);
    layout->addWidget(new QWidget, 1);
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    const auto fits = [row] {
        for (const Tile *tile : row->tiles())
            if (!row->rect().contains(tile->geometry()) || tile->height() < tile->sizeHint().height())
                return false;
        return true;
    };
    QTRY_VERIFY(fits());
    TileContent more = row->tiles().at(3)->content();
    more.note = QStringLiteral("No offer has a price.");
    more.lines.push_back({QStringLiteral("third line"), Tone::Secondary});
    row->tiles().at(3)->setContent(more);
    QTRY_VERIFY(fits());
    page.resize(330, 700);
    QTRY_VERIFY(fits());
}

void WidgetsTest::railGoesToPagesByShortcut()
{
    QWidget window;
    auto *rail = new NavigationRail(&window);
    rail->addEntry(QStringLiteral("plan"), QStringLiteral("plan"));
    rail->addEntry(QStringLiteral("live"), QStringLiteral("live"));
    rail->setLabel(QStringLiteral("plan"), QStringLiteral("Plan"));
    rail->setLabel(QStringLiteral("live"), QStringLiteral("Live"));
    rail->setCurrent(QStringLiteral("plan"));
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QSignalSpy chosen(rail, &NavigationRail::chosen);
    QTest::keyClick(&window, Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(rail->current(), QStringLiteral("live"));
    QTest::mouseClick(rail->button(QStringLiteral("plan")), Qt::LeftButton);
    QCOMPARE(rail->current(), QStringLiteral("plan"));
}

static QVector<HeatRow> someRows()
{
    QVector<HeatRow> rows;
    for (int node = 0; node < 5; ++node) {
        HeatRow row{QStringLiteral("gpu-a0%1").arg(node + 1), {}};
        for (int gpu = 0; gpu < 8; ++gpu) {
            const int util = (node * 37 + gpu * 13 + 20) % 101;
            row.cells.push_back({util / 100.0, QString::number(util), QStringLiteral("%1, GPU %2: %3 %").arg(row.label).arg(gpu).arg(util), false});
        }
        rows.push_back(row);
    }
    rows[2].cells[3] = {std::nullopt, QStringLiteral("–"), QStringLiteral("gpu-a03, GPU 3: no value"), true};
    return rows;
}

void WidgetsTest::heatMapIsWalkedByKeyboard()
{
    HeatMap map;
    map.setRows(someRows());
    map.resize(500, 180);
    map.show();
    QSignalSpy activated(&map, &HeatMap::cellActivated);
    QTest::keyClick(&map, Qt::Key_Right);
    QTest::keyClick(&map, Qt::Key_Down);
    QCOMPARE(map.currentCell(), QPoint(1, 1));
    QCOMPARE(map.accessibleName(), map.rows().at(1).cells.at(1).description);
    QTest::keyClick(&map, Qt::Key_End);
    QTest::keyClick(&map, Qt::Key_Right);
    QCOMPARE(map.currentCell(), QPoint(7, 1));
    QTest::keyClick(&map, Qt::Key_Return);
    QTest::mouseClick(&map, Qt::LeftButton, {}, map.cellRect(2, 3).center());
    QCOMPARE(activated.size(), 2);
    QCOMPARE(activated.at(1).at(0).toInt(), 2);
    QCOMPARE(activated.at(1).at(1).toInt(), 3);
}

void WidgetsTest::anErrorIsNotPushedAwayByANotice()
{
    QWidget window;
    auto *strip = new MessageStrip(&window);
    window.show();
    strip->show(Tone::Error, QStringLiteral("The folder cannot be written."));
    strip->show(Tone::Good, QStringLiteral("Saved."));
    QCOMPARE(strip->text(), QStringLiteral("The folder cannot be written."));
    QTest::mouseClick(window.findChild<QWidget *>(QStringLiteral("messageStrip.close")), Qt::LeftButton);
    QVERIFY(!strip->isVisible());
    strip->show(Tone::Good, QStringLiteral("Saved."));
    QCOMPARE(strip->text(), QStringLiteral("Saved."));
}

void WidgetsTest::bannerLinkIsPressedByKeyboard()
{
    Banner banner;
    banner.setContent(Tone::Accent, QStringLiteral("6x A100 cannot serve <this>:"), QStringLiteral("weights are 671 GB."), QStringLiteral("Show the arithmetic"));
    banner.resize(500, 40);
    banner.show();
    banner.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&banner));
    QCOMPARE(banner.text(), QStringLiteral("6x A100 cannot serve <this>: weights are 671 GB."));
    QSignalSpy link(&banner, &Banner::linkActivated);
    auto *label = banner.findChild<QLabel *>();
    label->setFocus(Qt::TabFocusReason);
    QTest::keyClick(label, Qt::Key_Tab);
    label->setFocus(Qt::TabFocusReason);
    QTest::keyClick(label, Qt::Key_Return);
    QCOMPARE(link.size(), 1);
}

void WidgetsTest::themeChangesAtRunTime()
{
    Tile tile;
    tile.setContent({QStringLiteral("GPUs"), QStringLiteral("16"), {}, {}, {}, {}});
    tile.resize(180, 100);
    const QImage light = tile.grab().toImage();
    applyTheme(*qApp, ThemeMode::Dark);
    const QImage dark = tile.grab().toImage();
    QCOMPARE(dark.pixelColor(90, 50), tokensFor(ThemeMode::Dark).surface);
    QCOMPARE(light.pixelColor(90, 50), tokensFor(ThemeMode::Light).surface);
    applyTheme(*qApp, ThemeMode::Light);
}

// Not a check but a look: HEADROOM_GALLERY names a folder for pictures of everything in both themes.
void WidgetsTest::gallery()
{
    const QString folder = qEnvironmentVariable("HEADROOM_GALLERY");
    if (folder.isEmpty())
        QSKIP("Set HEADROOM_GALLERY to a folder to get pictures of the widgets.");
    for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark}) {
        applyTheme(*qApp, mode);
        QWidget page;
        page.resize(1000, 760);
        auto *outer = new QHBoxLayout(&page);
        auto *panel = new QVBoxLayout;
        outer->addLayout(panel, 1);
        auto *right = new QVBoxLayout;
        outer->addLayout(right, 2);
        auto *section = new GroupSection;
        section->setTitle(QStringLiteral("Demand"));
        section->contentLayout()->addWidget(makeUsers(&page));
        auto *peak = new SliderField({0.01, 100000, 0.1, 1000, true, 1, 1});
        peak->setLabel(QStringLiteral("Peak requests per second"));
        peak->setUnit(QStringLiteral("/s"));
        peak->setMark(QStringLiteral("tied"), QStringLiteral("follows"));
        peak->setHint(QStringLiteral("follows the two above; drag to override"));
        peak->setValue(75);
        section->contentLayout()->addWidget(peak);
        auto *bad = new SliderField({0, 100, 0, 100, false, 1, 0});
        bad->setLabel(QStringLiteral("Spare capacity"));
        bad->setUnit(QStringLiteral("%"));
        bad->setValue(20);
        bad->setError(QStringLiteral("150 is over 100: type a percentage from 0 to 100."));
        section->contentLayout()->addWidget(bad);
        panel->addWidget(section);
        auto *closed = new GroupSection;
        closed->setTitle(QStringLiteral("Money"));
        closed->setSummary(QStringLiteral("1 year · us-east"));
        closed->setOpen(false);
        panel->addWidget(closed);
        panel->addWidget(makeFormats(&page));
        auto *gpu = new ChoiceField;
        gpu->setLabel(QStringLiteral("GPU"));
        gpu->setChoices({{QStringLiteral("h200"), QStringLiteral("H200 141 GB"), true, {}}});
        gpu->setCurrent(QStringLiteral("h200"));
        panel->addWidget(gpu);
        auto *edit = new QLineEdit;
        edit->setPlaceholderText(QStringLiteral("http://host:9400/metrics"));
        panel->addWidget(edit);
        auto *buttons = new QHBoxLayout;
        auto *primary = new QPushButton(QStringLiteral("Proposal..."));
        primary->setProperty("primary", true);
        auto *iconButton = new QPushButton(QStringLiteral("Import"));
        iconButton->setIcon(iconFor(QStringLiteral("import"), tokensOf(&page).text, tokensOf(&page).textDisabled));
        auto *off = new QPushButton(QStringLiteral("Compare"));
        off->setEnabled(false);
        buttons->addWidget(primary);
        buttons->addWidget(iconButton);
        buttons->addWidget(off);
        panel->addLayout(buttons);
        panel->addStretch(1);
        auto *tiles = new TileRow;
        for (int i = 0; i < 4; ++i) {
            Tile *tile = tiles->addTile(QStringLiteral("t%1").arg(i));
            tile->setWhyText(QStringLiteral("Why?"));
            tile->setContent({QStringLiteral("Monthly cost"), i == 3 ? QString() : QStringLiteral("$58,900"), i == 3 ? QString() : QStringLiteral("USD"),
                              {{QStringLiteral("▼ $4,100 since last change"), Tone::Good}, {QStringLiteral("prices of 2026-07-20"), Tone::Secondary}}, {}, i == 3 ? QStringLiteral("No offer has a price.") : QString()});
        }
        right->addWidget(tiles);
        auto *banner = new Banner;
        banner->setContent(Tone::Accent, QStringLiteral("6× A100-80 cannot serve this model:"), QStringLiteral("int8 weights are 671 GB, six cards hold 480 GB. The smallest that fits is 16× A100 (int8) or 8× H200 (fp8)."), QStringLiteral("Show the arithmetic"));
        right->addWidget(banner);
        auto *warn = new Banner;
        warn->setContent(Tone::Warning, QStringLiteral("Demo data."), QStringLiteral("These figures are made up."));
        right->addWidget(warn);
        auto *card = new Card;
        card->setTitle(QStringLiteral("Fleet"));
        card->setSubtitle(QStringLiteral("GPU utilization, %"));
        auto *map = new HeatMap;
        map->setRows(someRows());
        card->setContent(map);
        right->addWidget(card);
        auto *badges = new QHBoxLayout;
        badges->addWidget(new Badge(QStringLiteral("revision 12 · saved")));
        badges->addWidget(new Badge(QStringLiteral("Demo data"), Tone::Warning));
        badges->addWidget(new Badge(QStringLiteral("ok"), Tone::Good));
        badges->addStretch(1);
        right->addLayout(badges);
        right->addStretch(1);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        QVERIFY(page.grab().save(folder + (mode == ThemeMode::Light ? QStringLiteral("/widgets-light.png") : QStringLiteral("/widgets-dark.png"))));
    }
    applyTheme(*qApp, ThemeMode::Light);
}

QTEST_MAIN(WidgetsTest)
#include "tst_widgets.moc"
