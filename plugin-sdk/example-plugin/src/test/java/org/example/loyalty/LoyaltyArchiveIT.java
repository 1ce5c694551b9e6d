package org.example.loyalty;

import org.tenon.testkit.contract.ArchiveContract;

/** The packed plugin keeps to what every plugin keeps to. */
class LoyaltyArchiveIT extends ArchiveContract {
}
