// The content hash against OpenSSL's SipHash, and its way of joining pieces.
#include "runtime/hash.h"

#include <gtest/gtest.h>

#include <set>

namespace fluxion::runtime {
namespace {

// openssl mac -macopt hexkey:00… -macopt size:16 SIPHASH; the third is the first vector of the authors' own table.
TEST(Hash, IsSipHash) {
  std::string thousand;
  for (int i = 0; i < 1000; ++i) thousand += static_cast<char>(i % 251);
  EXPECT_EQ(to_hex(hash128("")), "5049d74780a3e07d4202ab47d4cef2f4");
  EXPECT_EQ(to_hex(hash128("hello world, a kernel")), "68c5f93dc0fabfa7b08cb823ca2f4e14");
  EXPECT_EQ(to_hex(Hasher(0x0706050403020100, 0x0f0e0d0c0b0a0908).finish()), "a3817f04ba25a8e66df67214c7550293");
  EXPECT_EQ(to_hex(hash128(thousand)), "33ea5f1ec6f53612beecd3b89f082e9f");
}

TEST(Hash, DoesNotDependOnThePieces) {
  const std::string text = "what is hashed in pieces is hashed as a whole";
  for (size_t i = 0; i <= text.size(); ++i) {
    for (size_t j = i; j <= text.size(); ++j) {
      const auto view = std::string_view(text);
      EXPECT_EQ(Hasher().add(view.substr(0, i)).add(view.substr(i, j - i)).add(view.substr(j)).finish(), hash128(text));
    }
  }
}

TEST(Hash, TellsNeighboursApart) {
  std::set<Hash128> seen;
  std::string text(100, '\0');
  for (size_t byte = 0; byte < text.size(); ++byte) {
    for (int bit = 0; bit < 8; ++bit) {
      std::string other = text;
      other[byte] = static_cast<char>(1 << bit);
      seen.insert(hash128(other));
    }
  }
  for (size_t n = 0; n <= text.size(); ++n) seen.insert(hash128(text.substr(0, n)));
  EXPECT_EQ(seen.size(), 800u + 101u);
  EXPECT_NE(Hasher().add_string("ab").add_string("c").finish(), Hasher().add_string("a").add_string("bc").finish());
}

}  // namespace
}  // namespace fluxion::runtime
