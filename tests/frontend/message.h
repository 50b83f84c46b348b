// The text of the error that a call throws.
#pragma once
#include <fluxion/fluxion.h>
#include <gtest/gtest.h>

/// What f() throws, an E, says; another text where nothing is thrown.
template <class E = fluxion::Error, class F>
std::string message(F f) {
  try {
    f();
  } catch (const E &e) {
    return e.what();
  }
  return "nothing was thrown";
}

#define EXPECT_SAYS(text, part) EXPECT_NE((text).find(part), std::string::npos) << (text)
