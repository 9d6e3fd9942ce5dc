"""Which test holds each promise: the checks of docs/security.md, in its order; a house test looks that each is there.

A test is named by its file below tests/ and its function.
"""

Promises = dict[str, tuple[str, ...]]

IDENTITY: Promises = {
    "Passwords of 8 to 128 characters of any kind": (
        "security/identity_test.py::test_whoever_registers_may_choose_any_characters_and_comes_in_with_them",
        "accounts/passwords_test.py::test_any_characters_will_do",
    ),
    "Common ones are refused with a plain reason, offline": (
        "security/identity_test.py::test_the_commonest_are_refused_at_every_door_with_a_plain_reason",
        "accounts/passwords_test.py::test_why_one_is_refused_is_said_plainly",
        "accounts/passwords_test.py::test_an_operator_may_name_a_wider_list",
    ),
    "Argon2id at least as dear as OWASP says; old hashes made anew": (
        "security/identity_test.py::test_what_is_kept_of_a_password_is_argon2id_at_the_usual_cost",
        "security/identity_test.py::test_outside_development_no_setting_makes_it_cheaper",
        "accounts/signing_in_test.py::test_an_old_hash_is_made_anew_at_sign_in",
    ),
    "Five wrong passwords rest for 15 minutes, the owner is told, and resetting goes on": (
        "accounts/signing_in_test.py::test_five_wrong_ones_lock_it_for_a_quarter_of_an_hour_known_or_not",
        "security/identity_test.py::test_a_flood_of_wrong_passwords_keeps_nobody_from_resetting_and_coming_in",
        "accounts/resetting_test.py::test_resetting_works_while_the_password_rests",
    ),
    "A stranger's wrong passwords keep nobody from their second proof": (
        "security/identity_test.py::test_a_strangers_wrong_passwords_keep_nobody_from_their_second_proof",
    ),
    "Throttled for each account and each address": (
        "security/identity_test.py::test_one_account_may_be_guessed_at_five_times_by_page",
        "security/identity_test.py::test_one_address_may_guess_twenty_mailed_codes_of_all_accounts",
        "security/limits_test.py::test_a_burst_gets_no_more_tries_than_a_queue",
        "security/limits_test.py::test_what_is_not_counted_is_given_back",
        "accounts/sign_in_pages_test.py::test_one_address_may_try_twenty_times_at_all_accounts",
    ),
    "Known or not, the same words": (
        "accounts/signing_in_test.py::test_a_known_and_an_unknown_address_get_the_same_words",
        "accounts/auth_api_test.py::test_known_and_unknown_addresses_get_the_same_answer",
        "accounts/registration_pages_test.py::test_a_known_address_gets_the_same_page",
        "accounts/resetting_test.py::test_asking_answers_the_same_for_whoever_is_not_there",
        "accounts/readdressing_test.py::test_a_known_address_gets_the_same_answer_and_a_word",
        "accounts/mail_codes_test.py::test_a_known_and_an_unknown_address_are_answered_alike",
    ),
    "Known or not, as long": (
        "security/identity_test.py::test_known_or_not_the_same_work_is_done",
        "security/identity_test.py::test_known_or_not_as_many_hashes_are_made",
        "security/identity_test.py::test_known_or_not_a_registrations_letter_is_written_at_the_same_moment",
    ),
    "What comes by mail is good once, a hash, and ends": (
        "security/identity_test.py::test_what_came_by_mail_is_used_once_and_then_gone",
        "security/identity_test.py::test_a_mailed_code_is_used_once_and_then_gone",
        "accounts/registering_test.py::test_secrets_are_kept_only_as_hashes",
        "accounts/registering_test.py::test_after_a_day_it_is_over_and_forgotten",
        "accounts/resetting_test.py::test_only_the_tokens_hash_is_kept",
        "accounts/resetting_test.py::test_a_link_lasts_an_hour",
    ),
    "A code of an app works once, and none that is older": (
        "accounts/two_factor_test.py::test_a_code_works_once_and_an_older_one_not_after_it",
    ),
    "Recovery codes: hashes, each once": (
        "accounts/two_factor_test.py::test_a_recovery_code_works_once_however_it_is_typed",
        "accounts/two_factor_test.py::test_they_are_kept_as_hashes_and_the_secret_sealed",
    ),
    "Wrong codes count": (
        "security/identity_test.py::test_wrong_codes_count_together_however_many_thresholds_one_stands_on",
        "security/identity_test.py::test_wrong_codes_count_at_every_door_of_the_api",
        "security/identity_test.py::test_five_guesses_elsewhere_close_the_mailed_codes_door_too",
        "security/identity_test.py::test_of_one_accounts_mailed_codes_twenty_wrong_ones_a_day_are_looked_at",
        "accounts/two_factor_test.py::test_five_wrong_codes_end_it_and_rest_for_a_quarter_of_an_hour",
        "accounts/two_factor_test.py::test_turning_it_off_is_no_place_to_guess",
        "accounts/mail_codes_test.py::test_five_wrong_codes_end_it",
    ),
    "Staff and practitioners have two-factor on": (
        "accounts/two_factor_test.py::test_staff_without_it_are_members_until_they_turn_it_on",
        "accounts/two_factor_test.py::test_practitioners_need_it_where_the_settings_say_so",
        "accounts/two_factor_test.py::test_whoever_needs_it_keeps_it",
        "security/identity_test.py::test_staff_who_owe_their_second_proof_hear_nothing_of_staffs",
    ),
    "Nobody gives a role whom nobody gave the right to": (
        "accounts/roles_test.py::test_nobody_else_does",
        "accounts/granting_test.py::test_what_is_taken_back_leaves_the_rooms_of_open_sockets_too",
        "security/powers_test.py::test_nor_do_staff_change_what_was_checked_of_themselves",
        "security/powers_test.py::test_a_verification_taken_back_demotes_no_staff",
        "accounts/granting_test.py::test_only_operations_grant_and_nobody_themselves",
        "security/powers_test.py::test_whoever_was_sent_away_leaves_no_door_open_behind_them",
    ),
    "No way in goes round the second proof": (
        "security/identity_test.py::test_a_mailed_code_is_no_way_round_the_second_proof",
        "accounts/mail_codes_test.py::test_whoever_has_a_second_factor_makes_the_second_step",
    ),
    "Passkeys: this site's, this person's, once, for what was asked": (
        "accounts/passkeys_test.py::test_at_the_door_a_wrong_one_and_an_unknown_one_are_the_same",
        "accounts/passkeys_test.py::test_what_the_browser_says_has_to_fit",
        "accounts/passkeys_test.py::test_an_answer_is_good_once_for_five_minutes_and_for_what_was_asked",
        "accounts/passkeys_test.py::test_nobody_adds_what_another_was_asked_for_or_has",
    ),
    "What changes who one is needs a fresh session": (
        "security/identity_test.py::test_what_is_worth_asking_twice_is_closed_to_a_sign_in_of_eleven_minutes_ago",
        "security/identity_test.py::test_a_new_password_needs_the_present_one_however_fresh_one_is",
        "security/identity_test.py::test_inviting_staff_and_taking_the_trail_along_ask_a_client_too",
        "accounts/freshness_test.py::test_a_sign_in_is_fresh_for_ten_minutes_and_again_after_the_password",
        "privacy/archive_test.py::test_both_need_a_fresh_session",
        "privacy/leaving_test.py::test_it_needs_a_fresh_session_and_staying_does_not",
    ),
    "The password alone undoes no second proof": (
        "accounts/freshness_test.py::test_the_password_alone_undoes_no_second_proof",
        "accounts/freshness_test.py::test_a_passkey_is_a_second_proof_and_its_removal_asks_for_one",
        "accounts/two_factor_test.py::test_its_owner_is_told_of_new_recovery_codes_and_of_one_that_was_used",
    ),
    "A new password ends whatever was begun with the old one": (
        "security/arriving_test.py::test_changing_the_password_makes_every_mailed_link_worthless",
        "security/arriving_test.py::test_nor_does_a_link_that_has_mails_sent_elsewhere",
        "security/arriving_test.py::test_nor_a_sign_in_that_waits_for_its_second_proof",
    ),
    "Sessions are rows, revocable, new at each sign-in": (
        "accounts/sign_in_pages_test.py::test_each_sign_in_has_a_new_id",
        "accounts/sign_in_pages_test.py::test_the_cookie_is_out_of_reach_and_useless_once_signed_out",
        "security/arriving_test.py::test_a_planted_cookie_is_nobody_afterwards",
        "security/arriving_test.py::test_signing_in_over_a_session_ends_the_one_before",
        "accounts/devices_test.py::test_a_client_from_elsewhere_is_new_whatever_it_says_it_is",
    ),
    "Cookies: HttpOnly, SameSite=Lax, outside development Secure and __Host-": (
        "security/identity_test.py::test_outside_development_cookies_are_this_hosts_alone",
    ),
    "Signing out, suspending and a new password close sockets at once": (
        "security/identity_test.py::test_a_socket_is_closed_when_its_person_signs_out_or_has_a_new_password",
        "accounts/suspending_test.py::test_every_way_in_is_closed_at_once",
        "accounts/suspending_test.py::test_a_real_socket_is_closed_within_a_second",
        "realtime/sign_in_test.py::test_signing_out_in_one_process_closes_sockets_in_another",
    ),
    "Access tokens: ours, for this API, for 15 minutes": (
        "accounts/access_tokens_test.py::test_whatever_is_not_just_so_is_nothing",
        "accounts/access_tokens_test.py::test_a_token_without_a_signature_or_signed_with_the_public_key_is_nothing",
        "accounts/access_tokens_test.py::test_it_lasts_a_quarter_of_an_hour",
        "accounts/access_tokens_test.py::test_it_goes_once_its_tokens_are_over",
    ),
    "Refresh tokens: hashes, exchanged, a family that ends, a grace, 30 days": (
        "accounts/refreshing_test.py::test_one_that_was_used_ends_the_whole_family_and_its_person_is_told",
        "accounts/refreshing_test.py::test_a_phone_that_lost_the_answer_may_ask_again_and_nobody_is_thrown_out",
        "accounts/refreshing_test.py::test_refreshing_does_not_prolong_the_thirty_days",
        "accounts/refreshing_test.py::test_tokens_are_kept_as_hashes",
    ),
    "Admin keys: told once, hashed, scoped, ending, revocable, in the trail": (
        "accounts/admin_keys_test.py::test_a_key_is_told_once_and_kept_as_a_hash",
        "accounts/admin_keys_test.py::test_it_opens_what_its_scopes_name_and_nothing_else",
        "accounts/admin_keys_test.py::test_reading_is_not_writing_and_keys_make_no_keys",
        "accounts/admin_keys_test.py::test_what_it_may_read_it_may_not_write_behind_a_door_of_something_else",
        "accounts/admin_keys_test.py::test_it_ends_after_ninety_days_or_when_it_says",
        "accounts/admin_keys_test.py::test_revoked_it_opens_nothing_from_then_on",
        "accounts/admin_keys_test.py::test_it_loses_what_they_lose",
        "accounts/admin_keys_test.py::test_making_revoking_and_what_it_does_are_in_the_trail",
    ),
}

REQUESTS: Promises = {
    "Nobody may, unless it says so": (
        "house/matrix_test.py::test_every_route_stands_in_the_matrix",
        "house/matrix_test.py::test_who_may_come_in",
        "house/matrix_test.py::test_every_topic_stands_in_the_matrix",
        "house/matrix_test.py::test_who_may_listen",
        "security/start_test.py::test_a_route_without_a_policy_stops_the_start",
    ),
    "Every unsafe request of a browser brings its token": (
        "security/browser_test.py::test_every_unsafe_page_asks_for_its_token",
        "security/browser_test.py::test_a_token_of_another_browser_is_none",
        "security/browser_test.py::test_only_the_api_needs_no_token",
        "house/headers_test.py::test_without_our_own_page_nothing_is_changed",
    ),
    "A cookie opens nothing of the API": (
        "security/browser_test.py::test_a_cookie_opens_nothing_there_and_a_token_nothing_here",
    ),
    "GET never writes": ("security/looking_test.py::test_no_get_of_anybodys_writes_a_row",),
    "Headers on every answer, errors too": (
        "house/headers_test.py::test_every_answer_carries_its_headers",
        "core/headers_test.py::test_each_page_has_a_nonce_of_its_own",
    ),
    "A page for someone is kept by nobody": (
        "core/headers_test.py::test_a_page_for_someone_is_kept_by_nobody",
        "security/transport_test.py::test_a_page_whose_address_is_a_secret_is_kept_by_nobody",
    ),
    "Outside development HTTP goes on by 308, and HTTPS stays": (
        "security/transport_test.py::test_what_comes_by_http_goes_on_by_https_at_our_own_address",
        "core/headers_test.py::test_over_https_it_stays_https",
    ),
    "One Idempotency-Key makes one thing": (
        "once/keys_test.py::test_at_the_same_moment_it_happens_once",
        "once/keys_test.py::test_another_body_is_another_wish",
        "once/keys_test.py::test_a_key_is_ones_own_and_its_endpoints",
        "once/keys_test.py::test_it_outlives_a_restart",
        "once/every_post_test.py::test_every_post_that_makes_something_takes_a_key",
    ),
    "What was read is changed only while it is still so": (
        "house/matching_test.py::test_a_change_to_what_has_changed_since_is_a_412_everywhere",
        "house/matching_test.py::test_knowing_the_tag_lets_nobody_in",
    ),
    "Socket.IO refuses a foreign Origin": ("realtime/serving_test.py::test_a_foreign_page_may_not_open_a_socket",),
    "A socket takes no cookie from another site's page": (
        "security/browser_test.py::test_a_socket_of_another_sites_page_knows_no_cookie",
    ),
    "Other sites read the API only when the settings name them": (
        "web/cors_test.py::test_any_other_gets_no_word_of_it",
    ),
    "Only declared fields are taken": (
        "house/bad_bodies_test.py::test_nothing_undeclared_is_taken",
        "house/bad_forms_test.py::test_nothing_undeclared_is_taken",
        "security/powers_test.py::test_a_price_is_the_practices_own_whatever_a_body_says",
    ),
    "A form on another site signs nobody out": (
        "security/browser_test.py::test_a_form_on_another_site_signs_nobody_out",
    ),
    "Nobody is sent to another site": (
        "web/ways_test.py::test_whatever_could_lead_elsewhere_is_not",
        "house/ways_test.py::test_no_page_leads_elsewhere",
        "accounts/sign_in_pages_test.py::test_nobody_is_sent_to_another_site",
    ),
    "No form, field or log takes a card number": (
        "security/cards_test.py::test_no_form_asks_for_one",
        "security/cards_test.py::test_no_body_of_the_api_has_a_field_for_one",
        "security/cards_test.py::test_no_table_has_a_column_for_one",
        "security/cards_test.py::test_no_log_holds_one_that_was_sent_all_the_same",
    ),
    "Uploads become a picture and nothing else": (
        "security/uploads_test.py::test_of_a_picture_that_is_a_script_too_only_the_picture_is_kept",
        "security/uploads_test.py::test_what_a_picture_knew_of_its_maker_is_gone",
        "security/uploads_test.py::test_a_drawing_with_a_script_is_no_picture_whatever_it_is_called",
        "security/uploads_test.py::test_a_flood_of_pixels_is_refused_before_it_is_unpacked",
        "security/uploads_test.py::test_a_name_of_theirs_is_in_no_path",
    ),
    "No cell is taken for a formula": (
        "audit/pages_test.py::test_no_cell_is_taken_for_a_formula",
        "privacy/archive_test.py::test_each_is_json_and_a_table_with_no_formula_in_it",
    ),
    "A name can be seen": ("accounts/registering_test.py::test_a_name_can_be_seen",),
    "A header is no other address": (
        "security/limits_test.py::test_a_header_is_no_other_address",
        "security/limits_test.py::test_behind_one_proxy_only_its_own_word_counts",
        "security/limits_test.py::test_a_network_of_ones_own_is_one_address",
    ),
    "What people write is words, wherever it is shown": (
        "security/planting_test.py::test_what_was_planted_in_every_field_is_only_words_everywhere",
        "security/text_test.py::test_on_every_page_it_is_only_words",
        "security/text_test.py::test_in_a_mail_it_is_only_words",
    ),
}

KEPT: Promises = {
    "What was written in confidence lies sealed, in its own place": (
        "sealing/canary_test.py::test_it_is_in_no_column_of_the_database",
        "sealing/canary_test.py::test_it_is_in_no_log",
        "sealing/column_test.py::test_moved_to_another_row_or_column_or_changed_it_raises_and_is_a_security_event",
        "sealing/keys_test.py::test_erasing_someone_destroys_their_key_and_nobody_elses",
    ),
    "A journal's words lie sealed and are nowhere else; they are searched page by page": (
        "journal/canary_test.py::test_it_is_in_no_column_of_the_database",
        "journal/canary_test.py::test_it_is_in_no_log",
        "journal/pages_test.py::test_a_long_journal_is_looked_through_page_by_page",
        "journal/writing_test.py::test_nobody_else_reads_or_changes_it",
        "journal/pages_test.py::test_photos_are_their_owners_alone",
    ),
    "A sealed journal's key comes from its passphrase, in the browser": (
        "browser/journal_test.py::test_a_sealed_page_is_read_where_its_passphrase_is_known_and_nowhere_else",
        "journal/sealed_test.py::test_a_sealed_page_is_read_nowhere_else",
        "journal/sealed_test.py::test_what_no_browser_of_ours_makes_is_refused",
        "journal/sealed_test.py::test_words_in_the_clear_are_refused",
    ),
    "What is typed is lost by nothing, and lies encrypted on the device": (
        "browser/journal_test.py::test_a_browser_killed_in_mid_sentence_finds_its_words_again",
        "browser/journal_test.py::test_two_devices_write_the_same_page_and_neither_undoes_the_other",
        "browser/journal_test.py::test_words_that_kaya_has_no_room_for_stay_on_the_device_and_are_sent_again_with_pauses",
        "journal/drafts_test.py::test_the_devices_key_is_each_persons_own_and_always_the_same",
    ),
    "A safety plan and whom one would call lie sealed, and are nobody else's": (
        "help/help_test.py::test_it_lies_sealed",
        "help/help_test.py::test_it_is_nobody_elses",
    ),
    "A mood's note and questionnaires lie sealed, and are nobody else's": (
        "mood/checking_in_test.py::test_the_note_is_sealed_in_the_database",
        "mood/questionnaires_test.py::test_answers_are_sealed_in_the_database",
        "mood/api_test.py::test_nobody_reads_anothers",
    ),
    "What a device kept without a network arrives once, as whoever wrote it": (
        "help/help_test.py::test_a_plan_from_the_outbox_arrives_once_as_whoever_wrote_it",
        "today/today_test.py::test_what_one_person_wrote_is_not_sent_as_anothers",
        "browser/offline_test.py::test_a_day_without_a_network",
        "browser/offline_test.py::test_what_was_refused_is_shown_to_whoever_signs_out_and_goes_with_them",
        "browser/offline_test.py::test_what_was_refused_is_forgotten_after_a_month",
        "browser/offline_test.py::test_whoever_signs_out_is_told_what_still_waits_here",
        "browser/offline_test.py::test_what_is_begun_on_a_device_is_nothing_of_whoever_signs_in_there_next",
        "browser/offline_test.py::test_without_a_network_whoever_signs_out_hears_that_they_are_still_signed_in",
        "mood/questionnaires_test.py::test_alarming_answers_of_a_device_that_cannot_be_taken_are_told_no_so_that_they_stay_there",
    ),
    "A device keeps pages of one's own only where that is said, and not beyond signing out": (
        "help/help_test.py::test_a_device_is_asked_once_whether_it_keeps_the_plan_and_keeps_it_only_where_its_member_said_so",
        "home/installed_test.py::test_the_page_without_a_network_names_nobody",
        "browser/offline_test.py::test_a_day_without_a_network",
        "help/help_test.py::test_what_the_box_of_a_letter_says_of_this_browser_is_heard_though_the_first_answer_was_lost",
        "help/help_test.py::test_a_plan_that_was_forgotten_elsewhere_and_written_anew_is_asked_about_anew",
        "browser/offline_test.py::test_a_plan_that_its_owner_takes_back_opens_no_more_without_a_network",
        "browser/kept_test.py::test_a_plan_that_was_just_kept_stays_though_an_older_look_ends_later",
        "browser/kept_test.py::test_a_plan_that_comes_after_signing_out_is_shown_to_nobody_and_not_kept",
        "browser/kept_test.py::test_a_plan_that_comes_after_somebody_else_signed_in_is_not_theirs",
        "browser/kept_test.py::test_whoever_is_not_let_out_keeps_what_lies_on_their_device",
        "browser/player_test.py::test_a_note_that_is_not_sent_yet_is_its_writers_alone",
    ),
    "The day on a device is drawn for nobody, and shows nothing of whoever signed out": (
        "home/installed_test.py::test_the_page_without_a_network_names_nobody",
        "browser/offline_test.py::test_without_a_network_whoever_signed_out_finds_nothing_of_anybodys",
    ),
    "Whoever left at once is out again before anything of theirs is painted": (
        "browser/offline_test.py::test_leaving_at_once_leaves_nothing_to_go_back_to",
        "browser/offline_test.py::test_a_page_that_the_browser_held_ready_goes_out_again_too",
        "browser/offline_test.py::test_a_page_that_is_loaded_again_after_leaving_at_once_goes_out_too",
    ),
    "Rich text is Markdown, sanitised": ("journal/pages_test.py::test_markup_of_ones_own_does_nothing",),
    "The trail is written with the change, by ids and pseudonyms": (
        "audit/recording_test.py::test_an_act_is_written_with_ids_and_pseudonyms_and_no_values",
        "audit/recording_test.py::test_what_is_rolled_back_leaves_no_row_and_no_gap",
        "audit/recording_test.py::test_a_read_that_cannot_be_written_down_is_refused",
        "security/trail_test.py::test_what_cannot_be_written_down_is_not_done",
        "audit/recording_test.py::test_someone_has_one_pseudonym_and_forgotten_none",
    ),
    "Every security event is in it": (
        "audit/acts_test.py::test_signing_in_and_out_by_browser",
        "audit/acts_test.py::test_what_the_door_refuses",
    ),
    "The trail is chained": ("audit/verifying_test.py::test_two_hundred_tampers_are_found",),
    "The database itself refuses to change it, and Kaya to start where it does not": (
        "audit/verifying_test.py::test_the_database_itself_refuses",
        "security/start_test.py::test_a_trail_that_could_be_rewritten_stops_the_start",
    ),
    "A cut end is found by an anchor outside": (
        "audit/verifying_test.py::test_an_older_copy_of_the_whole_database_is_found_by_the_anchor",
        "audit/verifying_test.py::test_an_anchor_that_was_made_up_is_one_of_the_flaws",
        "audit/verifying_test.py::test_anchors_that_were_taken_away_are_missed",
        "audit/verifying_test.py::test_with_the_file_it_is_missed_too_where_the_database_forgot",
        "audit/verifying_test.py::test_an_end_that_is_cut_before_any_anchor_is_found_by_the_heads_seal",
        "audit/anchors_test.py::test_an_anchor_reaches_syslog",
        "audit/anchors_test.py::test_an_anchor_is_mailed",
    ),
    "What is six years old goes, and the chain stays whole": (
        "audit/expiry_test.py::test_after_six_years_a_months_entries_go_and_the_chain_is_whole",
    ),
    "An export of it is written down": (
        "audit/pages_test.py::test_an_export_is_written_down_and_harmless_in_a_spreadsheet",
    ),
    "Of whoever left nothing is found, letters neither": (
        "privacy/erasing_test.py::test_nothing_is_found_of_whoever_left",
        "privacy/erasing_test.py::test_nothing_is_found_of_an_address_that_was_given_up_before",
        "privacy/erasing_test.py::test_whom_someone_invited_keeps_no_letter_with_their_name",
    ),
    "Nobody chooses what the trail calls their request": (
        "core/headers_test.py::test_its_own_id_is_echoed_and_stands_nowhere_in_the_trail",
    ),
    "A secret letter keeps no word, once it was sent": (
        "accounts/suspending_test.py::test_the_reason_is_in_no_job_and_in_no_letter_once_it_was_sent",
        "mail/sending_test.py::test_a_secret_mail_loses_its_words_once_sent_outside_development",
        "mail/sending_test.py::test_so_does_one_that_is_refused_for_good",
    ),
    "Letters never name what it is about": (
        "security/letters_test.py::test_no_mail_says_what_an_appointment_is_for",
        "security/letters_test.py::test_no_notification_says_it",
    ),
}

NOT_YET = (
    "Outgoing requests to addresses that people give never reach private networks",
    "Webhooks are signed, and replayed they do nothing twice",
    "Embedded pages name who may frame them",
    "A record is read by consent or by break-glass, and its person sees who looked",
)

PROMISES: Promises = IDENTITY | REQUESTS | KEPT
