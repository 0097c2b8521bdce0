// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/theme/theme.h>

#include <QString>
#include <QVector>
#include <QWidget>

namespace headroom::ui {

class Badge;
class ElidedLabel;
class LinkButton;
class TextLabel;

struct TileLine {
    QString text;
    Tone tone = Tone::Secondary;

    bool operator==(const TileLine &) const = default;
};

struct TileContent {
    QString title;
    QString value;            // "16", "$58,900"; empty shows an en dash
    QString unit;             // "H200", "%"
    QVector<TileLine> lines;  // up to three, the most important first
    QString badge;            // "Demo data"; empty: none
    QString note;             // why there is no value; shown in its place, in words

    bool operator==(const TileContent &) const = default;
};

// One figure, large, with what qualifies it. "Why?" asks for its derivation.
class Tile : public QWidget {
Q_OBJECT

public:
    explicit Tile(QWidget *parent = nullptr);

    void setContent(const TileContent &content);
    const TileContent &content() const { return m_content; }
    // Empty text: no link.
    void setWhyText(const QString &text);
    LinkButton *whyButton() const { return m_why; }

signals:
    void whyRequested();
    void contentChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitValue();
    static constexpr int kLines = 3;

    TileContent m_content;
    ElidedLabel *m_title;
    Badge *m_badge;
    LinkButton *m_why;
    TextLabel *m_value;
    ElidedLabel *m_unit;
    TextLabel *m_note;
    ElidedLabel *m_lines[kLines];
};

} // namespace headroom::ui
