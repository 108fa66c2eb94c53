import { crc32 } from 'node:zlib'

/** One file in a ZIP archive, stored as it is. Times are those of the format's beginning, so that the bytes depend on the content alone. */
export function zipOf(name: string, content: string): Buffer {
  const data = Buffer.from(content)
  const file = Buffer.from(name)
  const common = Buffer.alloc(26)
  common.writeUInt16LE(20, 0)
  common.writeUInt16LE(0x0800, 2)
  common.writeUInt16LE(0x21, 8)
  common.writeUInt32LE(crc32(data), 10)
  common.writeUInt32LE(data.length, 14)
  common.writeUInt32LE(data.length, 18)
  common.writeUInt16LE(file.length, 22)
  const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, file])
  const made = Buffer.from([20, 0])
  const directory = Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), made, common, Buffer.alloc(14), file])
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(local.length + data.length, 16)
  return Buffer.concat([local, data, directory, end])
}
