package org.tenon.customers.demo;

import java.util.List;
import java.util.Map;
import org.tenon.customers.demo.Staff.Seller;

/**
 * All that is to be stored of one company.
 *
 * @param branch   of the last company before it that is no branch itself
 * @param contacts the main one first
 * @param talks    oldest first
 */
record Dossier(Map<String, Object> company, boolean branch, Seller owner, List<Map<String, Object>> contacts, List<Map<String, Object>> talks) {
}
