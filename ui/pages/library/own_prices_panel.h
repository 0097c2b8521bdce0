// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <present/library/own_prices.h>

#include <QWidget>

class QPushButton;
class QTableView;

namespace headroom::ui {

class Card;
class OwnPriceForm;
class TextLabel;

// Own prices on the Library page: contracts and rates of exchange as tables, with a form to add or edit one above them, removal,
// and a way back from each change.
class OwnPricesPanel : public QWidget {
Q_OBJECT

public:
    explicit OwnPricesPanel(present::OwnPrices &prices, QWidget *parent = nullptr); // `prices` outlives it

    // Opens the form with these words as a new contract.
    void addContract(const core::ContractWords &words);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeContracts();
    QWidget *makeRates();
    void editContract();
    void removeContract();
    void editRate();
    void removeRate();
    void closeForms();
    void refresh();
    void retranslate();
    const core::PriceContract *currentContract() const;
    const present::OwnPrices::Rate *currentRate() const;

    present::OwnPrices &m_prices;
    Card *m_formCard;
    OwnPriceForm *m_contractForm;
    OwnPriceForm *m_rateForm;
    Card *m_contractsCard;
    TextLabel *m_noContracts = nullptr;
    QTableView *m_contracts = nullptr;
    Card *m_ratesCard;
    QTableView *m_rates = nullptr;
    QPushButton *m_add = nullptr;
    QPushButton *m_edit = nullptr;
    QPushButton *m_remove = nullptr;
    QPushButton *m_undo = nullptr;
    QPushButton *m_redo = nullptr;
    QPushButton *m_setRate = nullptr;
    QPushButton *m_editRate = nullptr;
    QPushButton *m_removeRate = nullptr;
};

} // namespace headroom::ui
