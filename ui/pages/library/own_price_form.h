// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/prices/own_price_words.h>
#include <present/library/own_prices.h>

#include <QHash>
#include <QWidget>

#include <cstdint>

class QGridLayout;
class QLineEdit;
class QPushButton;

namespace headroom::ui {

class ChoiceField;
class SegmentedControl;
class TextLabel;

// The form that adds or edits one contract or one rate of exchange: fields with their labels, what the contract is for, and why
// something is not taken. Return stores, Escape leaves.
class OwnPriceForm : public QWidget {
Q_OBJECT

public:
    enum class Kind { Contract, Rate };
    OwnPriceForm(Kind kind, present::OwnPrices &prices, QWidget *parent = nullptr); // `prices` outlives it

    // Fills the form. `id` 0: a new contract.
    void start(std::int64_t id, const core::ContractWords &words);
    void start(const core::RateWords &words);
    void retranslate();

signals:
    void finished();   // stored or left

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *labelled(const char *field, QWidget *editor);
    QLineEdit *lineFor(const char *field);
    void makeContract(QGridLayout *grid);
    void makeRate(QGridLayout *grid);
    void setLine(const char *field, const std::string &text);
    std::string line(const char *field) const;
    void showKind();
    void complete();
    core::ContractWords contractWords() const;
    core::RateWords rateWords() const;
    void save();
    void refresh();
    void showProblem(const present::OwnPrices::Problem &problem);

    Kind m_kind;
    present::OwnPrices &m_prices;
    std::int64_t m_id = 0;
    QHash<QString, QLineEdit *> m_lines;
    QHash<QString, QWidget *> m_cells;
    QHash<QString, TextLabel *> m_labels;
    ChoiceField *m_commitment = nullptr;
    ChoiceField *m_currency = nullptr;      // of a price
    ChoiceField *m_from = nullptr;
    ChoiceField *m_to = nullptr;
    SegmentedControl *m_way = nullptr;      // discount or price
    TextLabel *m_note;
    QPushButton *m_save;
    QPushButton *m_cancel;
};

} // namespace headroom::ui
