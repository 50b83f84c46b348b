// ZIP archives of .npy files, after PKWARE's APPNOTE 6.3.10: read by the central directory, written stored.
#include <array>
#include <cstring>
#include <limits>
#include <list>

#include <zlib.h>

#include <fluxion/error.h>
#include <fluxion/file.h>
#include <fluxion/numpy.h>
#include <fmt/format.h>

namespace fluxion::numpy {
namespace {

constexpr uint32_t kLocal = 0x04034b50, kCentral = 0x02014b50, kEnd = 0x06054b50, kEnd64 = 0x06064b50,
                   kLocator64 = 0x07064b50;
constexpr size_t kLocalBytes = 30, kCentralBytes = 46, kEndBytes = 22, kEnd64Bytes = 56, kLocatorBytes = 20;
constexpr uint32_t kIn64 = 0xffffffff;     // in the place of a size or an offset: the 64-bit field has it
constexpr uint16_t kZip64 = 1;             // the extra field of those
constexpr uint64_t kMostExpansion = 1032;  // of deflate: 258 bytes for 2 bits

[[noreturn]] void refuse(std::string_view source, const std::string &why) {
  throw IoError(fmt::format("fluxion: cannot load '{}': {}", source, why));
}

/// Little-endian numbers at places that are checked.
class Bytes {
 public:
  Bytes(std::span<const std::byte> bytes, std::string_view source) : bytes_(bytes), source_(source) {}
  uint64_t size() const { return bytes_.size(); }
  std::span<const std::byte> at(uint64_t offset, uint64_t size) const {
    if (offset > bytes_.size() || size > bytes_.size() - offset) refuse(source_, "the archive ends too early");
    return bytes_.subspan(offset, size);
  }
  template <class T>
  T get(uint64_t offset) const {
    T value;
    std::memcpy(&value, at(offset, sizeof value).data(), sizeof value);
    return value;
  }

 private:
  std::span<const std::byte> bytes_;
  std::string_view source_;
};

struct Member {
  std::string name;
  uint16_t flags, method;
  uint32_t crc;
  uint64_t packed, size, offset;
};

struct Directory {
  uint64_t entries, offset;
};

Directory find_directory(const Bytes &file, std::string_view source) {
  // The end record is the last 22 bytes, or stands before a comment.
  const uint64_t last = file.size() < kEndBytes ? 0 : file.size() - kEndBytes;
  const uint64_t first = last > 0xffff ? last - 0xffff : 0;
  for (uint64_t at = last + 1; file.size() >= kEndBytes && at-- > first;) {
    if (file.get<uint32_t>(at) != kEnd || file.get<uint16_t>(at + 20) != file.size() - at - kEndBytes) continue;
    Directory d{file.get<uint16_t>(at + 10), file.get<uint32_t>(at + 16)};
    if (d.entries != 0xffff && d.offset != kIn64) return d;
    if (at < kLocatorBytes || file.get<uint32_t>(at - kLocatorBytes) != kLocator64) return d;
    const auto end64 = file.get<uint64_t>(at - kLocatorBytes + 8);
    file.at(end64, kEnd64Bytes);
    if (file.get<uint32_t>(end64) != kEnd64) refuse(source, "the 64-bit end of its directory is malformed");
    return {file.get<uint64_t>(end64 + 32), file.get<uint64_t>(end64 + 48)};
  }
  refuse(source, "it is no .npz file: it has no directory of a ZIP archive");
}

/// Fields that are too large for the record are in its extra data, in this order.
void read_zip64(Member &m, std::span<const std::byte> extra, std::string_view source) {
  const Bytes bytes(extra, source);
  for (uint64_t at = 0; at + 4 <= extra.size();) {
    const auto id = bytes.get<uint16_t>(at), size = bytes.get<uint16_t>(at + 2);
    const Bytes field(bytes.at(at + 4, size), source);
    uint64_t next = 0;
    if (id == kZip64)
      for (uint64_t *value : {&m.size, &m.packed, &m.offset})
        if (*value == kIn64) *value = field.get<uint64_t>(next), next += 8;
    at += 4 + uint64_t{size};
  }
}

/// Reads the entry at `at`, which moves on to the next.
Member read_member(const Bytes &file, uint64_t &at, std::string_view source) {
  file.at(at, kCentralBytes);
  if (file.get<uint32_t>(at) != kCentral) refuse(source, "its directory is malformed");
  const auto name = file.get<uint16_t>(at + 28), extra = file.get<uint16_t>(at + 30),
             comment = file.get<uint16_t>(at + 32);
  Member m{.name = {},
           .flags = file.get<uint16_t>(at + 8),
           .method = file.get<uint16_t>(at + 10),
           .crc = file.get<uint32_t>(at + 16),
           .packed = file.get<uint32_t>(at + 20),
           .size = file.get<uint32_t>(at + 24),
           .offset = file.get<uint32_t>(at + 42)};
  const auto text = file.at(at + kCentralBytes, name);
  m.name.assign(reinterpret_cast<const char *>(text.data()), text.size());
  read_zip64(m, file.at(at + kCentralBytes + name, extra), source);
  at += kCentralBytes + name + extra + comment;
  return m;
}

std::string inflated(std::span<const std::byte> packed, uint64_t size, const std::string &source) {
  // The stored size is only believed as far as deflate can go.
  if (size / kMostExpansion > packed.size()) refuse(source, "it claims to be larger than its bytes can hold");
  std::string out(size, '\0');
  z_stream stream{};
  if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) refuse(source, "zlib cannot be used");
  int status = Z_OK;
  uint64_t in = 0, done = 0;
  constexpr uint64_t kMost = std::numeric_limits<uInt>::max();
  while (status == Z_OK) {
    const uInt give = static_cast<uInt>(std::min<uint64_t>(kMost, packed.size() - in));
    const uInt room = static_cast<uInt>(std::min<uint64_t>(kMost, size - done));
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<std::byte *>(packed.data() + in));
    stream.avail_in = give;
    stream.next_out = reinterpret_cast<Bytef *>(out.data() + done);
    stream.avail_out = room;
    status = inflate(&stream, Z_NO_FLUSH);
    in += give - stream.avail_in;
    done += room - stream.avail_out;
  }
  inflateEnd(&stream);
  if (status != Z_STREAM_END || done != size || in != packed.size()) refuse(source, "its compressed bytes are damaged");
  return out;
}

uint32_t checksum(std::span<const std::byte> bytes) {
  return static_cast<uint32_t>(crc32_z(0, reinterpret_cast<const Bytef *>(bytes.data()), bytes.size()));
}

Array read_array(const Bytes &file, const Member &m, std::string_view archive) {
  const std::string source = fmt::format("{}:{}", archive, m.name);
  if (m.flags & 1) refuse(source, "it is encrypted");
  file.at(m.offset, kLocalBytes);
  if (file.get<uint32_t>(m.offset) != kLocal) refuse(source, "its local header is malformed");
  const uint64_t begin = m.offset + kLocalBytes + file.get<uint16_t>(m.offset + 26) + file.get<uint16_t>(m.offset + 28);
  const std::span<const std::byte> packed = file.at(begin, m.packed);
  std::string unpacked;
  std::span<const std::byte> image = packed;
  if (m.method == 8) {
    unpacked = inflated(packed, m.size, source);
    image = std::as_bytes(std::span(unpacked));
  } else if (m.method != 0 || m.packed != m.size) {
    refuse(source, fmt::format("compression method {} is not known", m.method));
  }
  if (checksum(image) != m.crc) refuse(source, "its checksum differs: the file is damaged");
  return parse_npy(image, source);
}

/// A record under construction.
class Record {
 public:
  template <class T>
  Record &put(T value) {
    text_.append(reinterpret_cast<const char *>(&value), sizeof value);
    return *this;
  }
  Record &put_text(std::string_view text) {
    text_ += text;
    return *this;
  }
  std::string take() { return std::move(text_); }

 private:
  std::string text_;
};

uint32_t in_32(uint64_t value) { return value < kIn64 ? static_cast<uint32_t>(value) : kIn64; }

struct Written {
  std::string name, header;  // the .npy file's name and what is before its elements
  std::span<const std::byte> data;
  uint32_t crc = 0;
  uint64_t size = 0, offset = 0;
  bool large() const { return size >= kIn64; }
  bool far() const { return offset >= kIn64; }
};

// Both kinds of header agree from the version that is needed to the lengths of name and extra data.
void put_common(Record &r, const Written &w, uint16_t extra) {
  constexpr uint16_t kUtf8 = 1 << 11, kDate = 1 << 5 | 1;  // the first day of 1980: equal arrays give equal files
  r.put<uint16_t>(extra ? 45 : 20).put(kUtf8).put<uint16_t>(0).put<uint16_t>(0).put(kDate).put(w.crc);
  r.put(in_32(w.size)).put(in_32(w.size)).put(static_cast<uint16_t>(w.name.size())).put(extra);
}

std::string local_header(const Written &w) {
  Record r;
  r.put(kLocal);
  put_common(r, w, w.large() ? 20 : 0);
  r.put_text(w.name);
  if (w.large()) r.put(kZip64).put<uint16_t>(16).put(w.size).put(w.size);
  return r.take();
}

std::string central_header(const Written &w) {
  const auto fields = static_cast<uint16_t>((w.large() ? 16 : 0) + (w.far() ? 8 : 0));
  Record r;
  r.put(kCentral).put<uint16_t>(45);
  put_common(r, w, fields ? static_cast<uint16_t>(fields + 4) : uint16_t{0});
  r.put<uint16_t>(0).put<uint16_t>(0).put<uint16_t>(0).put<uint32_t>(0).put(in_32(w.offset)).put_text(w.name);
  if (fields) r.put(kZip64).put(fields);
  if (w.large()) r.put(w.size).put(w.size);
  if (w.far()) r.put(w.offset);
  return r.take();
}

std::string end_of(uint64_t entries, uint64_t offset, uint64_t bytes) {
  Record r;
  const bool large = entries >= 0xffff || offset >= kIn64 || bytes >= kIn64;
  if (large) {
    r.put(kEnd64).put<uint64_t>(kEnd64Bytes - 12).put<uint16_t>(45).put<uint16_t>(45).put<uint32_t>(0).put<uint32_t>(0);
    r.put(entries).put(entries).put(bytes).put(offset);
    r.put(kLocator64).put<uint32_t>(0).put(offset + bytes).put<uint32_t>(1);
  }
  const auto count = static_cast<uint16_t>(std::min<uint64_t>(entries, 0xffff));
  r.put(kEnd).put<uint16_t>(0).put<uint16_t>(0).put(count).put(count).put(in_32(bytes)).put(in_32(offset));
  r.put<uint16_t>(0);
  return r.take();
}

Written describe(const std::filesystem::path &path, const std::string &name, const Array &x) {
  if (name.empty() || name.size() > 60'000 || name.find('/') != std::string::npos)
    throw Error(fmt::format("fluxion: cannot save '{}': '{}' is no name of an array", path.string(), name));
  Written w{.name = name + ".npy", .header = npy_header(x.type()), .data = x.bytes()};
  w.size = w.header.size() + w.data.size();
  w.crc = static_cast<uint32_t>(crc32_z(crc32_z(0, reinterpret_cast<const Bytef *>(w.header.data()), w.header.size()),
                                        reinterpret_cast<const Bytef *>(w.data.data()), w.data.size()));
  return w;
}

}  // namespace

std::map<std::string, Array> parse_npz(std::span<const std::byte> image, std::string_view source) {
  const Bytes file(image, source);
  const Directory directory = find_directory(file, source);
  if (directory.entries > image.size() / kCentralBytes) refuse(source, "its directory is malformed");
  std::map<std::string, Array> out;
  uint64_t at = directory.offset;
  uint64_t members = 0;  // their bytes in the archive: members that share them could fill any memory
  for (uint64_t i = 0; i < directory.entries; ++i) {
    Member m = read_member(file, at, source);
    if (m.packed > image.size() - members) refuse(source, "its members overlap");
    members += m.packed;
    Array x = read_array(file, m, source);
    if (m.name.ends_with(".npy")) m.name.resize(m.name.size() - 4);
    if (!out.emplace(m.name, std::move(x)).second) refuse(source, fmt::format("the name '{}' appears twice", m.name));
  }
  return out;
}

void write_npz(const std::filesystem::path &path, const std::map<std::string, Array> &arrays) {
  std::vector<Written> members;
  for (const auto &[name, x] : arrays) members.push_back(describe(path, name, x));
  std::list<std::string> texts;
  std::vector<std::span<const std::byte>> pieces;
  uint64_t offset = 0;
  auto add = [&](std::span<const std::byte> bytes) {
    pieces.push_back(bytes);
    offset += bytes.size();
  };
  auto add_text = [&](std::string text) { add(std::as_bytes(std::span(texts.emplace_back(std::move(text))))); };
  for (Written &w : members) {
    w.offset = offset;
    add_text(local_header(w));
    add(std::as_bytes(std::span(w.header)));
    add(w.data);
  }
  const uint64_t directory = offset;
  for (const Written &w : members) add_text(central_header(w));
  add_text(end_of(members.size(), directory, offset - directory));
  write_file(path, pieces);
}

}  // namespace fluxion::numpy
